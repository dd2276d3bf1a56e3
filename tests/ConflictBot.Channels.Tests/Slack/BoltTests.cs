using System.Globalization;
using System.Text;
using ConflictBot.Channels.Slack;

namespace ConflictBot.Channels.Tests.Slack;

public sealed class BoltTests
{
    [NodeFact]
    public async Task Slacks_own_verifier_and_ours_agree_on_every_signature()
    {
        var now = long.Parse(SlackSignatureTests.Timestamp, CultureInfo.InvariantCulture);
        var requests = new List<SignedRequest>
        {
            new(SlackSignatureTests.Secret, SlackSignatureTests.Timestamp, SlackSignatureTests.Signature, SlackSignatureTests.Body, now),
            new(SlackSignatureTests.Secret, SlackSignatureTests.Timestamp, SlackSignatureTests.Signature, SlackSignatureTests.Body, now + 301),
            new(SlackSignatureTests.Secret, SlackSignatureTests.Timestamp, SlackSignatureTests.Signature, SlackSignatureTests.Body + "x", now),
            new("another-secret", SlackSignatureTests.Timestamp, SlackSignatureTests.Signature, SlackSignatureTests.Body, now),
            new(SlackSignatureTests.Secret, SlackSignatureTests.Timestamp, SlackSignatureTests.Signature[..^1] + "4", SlackSignatureTests.Body, now),
            new(SlackSignatureTests.Secret, SlackSignatureTests.Timestamp, "v1" + SlackSignatureTests.Signature[2..], SlackSignatureTests.Body, now),
        };
        // What the emulated workspace sends is signed in the same way.
        foreach (var body in new[] { "", "{}", "{\"text\":\"Köln – Ղարաբաղ – 😀 & <b>\"}", new string('x', 100_000) })
        {
            var signature = SlackSignature.Compute(Encoding.UTF8.GetBytes(SlackWorkspace.SigningSecret), SlackSignatureTests.Timestamp, Encoding.UTF8.GetBytes(body));
            requests.Add(new(SlackWorkspace.SigningSecret, SlackSignatureTests.Timestamp, signature, body, now + 299));
        }

        var theirs = await BoltVerifier.VerifyAsync(requests);
        theirs.ShouldBe(requests.Select(r => SlackSignature.IsValid(
            Encoding.UTF8.GetBytes(r.Secret), r.Timestamp, r.Signature, Encoding.UTF8.GetBytes(r.Body), DateTimeOffset.FromUnixTimeSeconds(r.Now))));
        theirs.ShouldBe([true, false, false, false, false, false, true, true, true, true]);
    }
}
