using System.Collections.Frozen;

namespace ConflictBot.Core.Passages;

/// <summary>Tells "“Why?” Haq asked." (one sentence) from "“Why?” Haq left the room." by the reporting verb.</summary>
internal static class QuoteAttribution
{
    /// <summary>The longest name and office looked through, in words: "Deputy Foreign Minister Sergey Ryabkov".</summary>
    private const int MaxNameWords = 6;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Verbs = new[]
    {
        "said", "says", "asked", "asks", "told", "added", "adds", "wrote", "writes", "tweeted", "posted", "stated", "shouted", "cried",
        "exclaimed", "replied", "answered", "declared", "noted", "chanted", "warned", "insisted", "continued", "demanded", "wondered",
    }.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether, after a question or exclamation that closes a quotation, its speaker's name and a reporting verb follow at <paramref name="next"/>.</summary>
    public static bool Follows(ReadOnlySpan<char> prose, int next, bool closedQuote)
    {
        if (!closedQuote)
            return false;
        var rest = prose.Slice(next, Math.Min(prose.Length - next, (MaxNameWords + 1) * SentenceSplitter.LongestWord));
        for (var words = 0; words <= MaxNameWords; words++)
        {
            var length = rest.IndexOfAny(' ', '\n', '\r');
            var word = (length < 0 ? rest : rest[..length]).TrimEnd(",.:;");
            if (Verbs.Contains(word))
                return words > 0;
            if (length < 0 || word.Length < length || word.IsEmpty || !char.IsUpper(word[0]))
                return false;
            rest = rest[length..].TrimStart();
        }

        return false;
    }
}
