using System.Text;
using ConflictBot.Channels.Slack;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class SlackSignatureTests
{
    // The example Slack publishes.
    public const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    public const string Timestamp = "1531420618";
    public const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    public const string Body = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
        + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private static readonly DateTimeOffset ItsTime = DateTimeOffset.FromUnixTimeSeconds(1531420618);

    [Theory]
    [InlineData(0)]
    [InlineData(300)]
    [InlineData(-300)]
    public void The_published_example_is_valid_at_its_own_time(int seconds) =>
        IsValid(Timestamp, Signature, Body, ItsTime.AddSeconds(seconds)).ShouldBeTrue();

    [Theory]
    [InlineData(301)]
    [InlineData(-301)]
    [InlineData(86_400 * 365)]
    public void The_published_example_is_refused_when_it_is_stale(int seconds) =>
        IsValid(Timestamp, Signature, Body, ItsTime.AddSeconds(seconds)).ShouldBeFalse();

    [Fact]
    public void The_computed_signature_is_the_published_one() =>
        SlackSignature.Compute(Encoding.UTF8.GetBytes(Secret), Timestamp, Encoding.UTF8.GetBytes(Body)).ShouldBe(Signature);

    [Theory]
    [InlineData(null, Signature)]
    [InlineData("", Signature)]
    [InlineData(Timestamp, null)]
    [InlineData(Timestamp, "")]
    [InlineData(Timestamp, "v0=")]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData(Timestamp, "v0=A2114D57B48EAC39B9AD189DD8316235A7B4A8D21A10BD27519666489C69B503")]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50")]
    [InlineData(Timestamp, "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503 ")]
    [InlineData("1531420619", Signature)]
    [InlineData(" 1531420618", Signature)]
    [InlineData("+1531420618", Signature)]
    [InlineData("1531420618.0", Signature)]
    [InlineData("-1", Signature)]
    [InlineData("99999999999999999999", Signature)]
    [InlineData("nonsense", Signature)]
    public void Anything_but_the_right_headers_is_refused(string? timestamp, string? signature) =>
        IsValid(timestamp, signature, Body, ItsTime).ShouldBeFalse();

    [Fact]
    public void A_body_changed_anywhere_is_refused()
    {
        for (var i = 0; i < Body.Length; i++)
            IsValid(Timestamp, Signature, Body[..i] + (Body[i] == 'x' ? 'y' : 'x') + Body[(i + 1)..], ItsTime).ShouldBeFalse();
        IsValid(Timestamp, Signature, Body + "&", ItsTime).ShouldBeFalse();
    }

    private static bool IsValid(string? timestamp, string? signature, string body, DateTimeOffset now) =>
        SlackSignature.IsValid(Encoding.UTF8.GetBytes(Secret), timestamp, signature, Encoding.UTF8.GetBytes(body), now);
}
