using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ConflictBot.Core.Answers;

namespace ConflictBot.Benchmarks.Answering;

/// <summary>A fingerprint of answers with every ranked sentence and its score, so that a change for speed can be seen to change nothing else.</summary>
internal sealed class AnswerDigest : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(AskResult result)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{result.Answer.GetType().Name}|{result.Answer.Text}|{result.Answer.Resolved}|{result.Confidence:R}|{result.Conversation.Explanation}\n");
        foreach (var claim in result.Answer.Claims.Concat(result.Conversation.More).Concat((result.Answer as NoAnswer)?.Nearest ?? []))
            text.Append(CultureInfo.InvariantCulture, $"{claim.Citation.Link}|{claim.Speaker}|{claim.Side}|{string.Join(',', claim.Emphasis)}\n");
        text.AppendJoin('\n', (result.Answer as DisputedAnswer)?.Groups.Select(g => g.Label) ?? (result.Answer as NoAnswer)?.Suggestions ?? []);
        foreach (var sentence in result.Sentences)
            text.Append(CultureInfo.InvariantCulture, $"{sentence.Citation.Link}|{sentence.Score:R}\n");
        _hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    public override string ToString() => Convert.ToHexStringLower(_hash.GetCurrentHash())[..16];

    public void Dispose() => _hash.Dispose();
}
