using ConflictBot.Channels.DirectLine;
using ConflictBot.Channels.Tests.Hosting;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Tests.DirectLine;

public sealed class TokenTests
{
    private readonly ManualTime _time = new();

    [Fact]
    public void A_token_is_good_for_its_conversation_for_half_an_hour()
    {
        var tokens = Tokens();
        var token = tokens.Issue("abc");
        _time.Advance(TimeSpan.FromSeconds(30 * 60 - 1));
        tokens.Check(token, out var conversation).ShouldBe(TokenVerdict.Valid);
        conversation.ShouldBe("abc");
        _time.Advance(TimeSpan.FromSeconds(1));
        tokens.Check(token, out _).ShouldBe(TokenVerdict.Expired);
    }

    [Fact]
    public void Changing_any_character_makes_a_token_invalid()
    {
        var tokens = Tokens();
        var token = tokens.Issue("abc");
        for (var i = 0; i < token.Length; i++)
        {
            // The last character of 256 bits in base64url carries two bits that say nothing: text is compared, so they count too.
            var changed = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            tokens.Check(changed, out _).ShouldBe(TokenVerdict.Invalid, changed);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("v1")]
    [InlineData("v1...")]
    [InlineData("v1.abc.99999999999.")]
    [InlineData("v1.abc.nonsense.AAAA")]
    [InlineData("a.b.c.d.e")]
    public void Garbage_is_invalid(string? token) => Tokens().Check(token, out _).ShouldBe(TokenVerdict.Invalid);

    [Fact]
    public void A_token_of_overlong_text_is_invalid() => Tokens().Check("v1." + new string('x', 100_000) + ".1.y", out _).ShouldBe(TokenVerdict.Invalid);

    [Fact]
    public void Servers_know_each_others_tokens_only_where_they_share_a_key()
    {
        var key = Convert.ToBase64String(new byte[32]);
        Tokens().Check(Tokens().Issue("abc"), out _).ShouldBe(TokenVerdict.Invalid);
        Tokens(key).Check(Tokens(key).Issue("abc"), out _).ShouldBe(TokenVerdict.Valid);
    }

    private DirectLineTokens Tokens(string? key = null) => new(Options.Create(new DirectLineOptions { TokenKey = key }), _time);
}
