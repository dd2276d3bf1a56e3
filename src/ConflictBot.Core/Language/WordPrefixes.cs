using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>What stands before a hyphen and is no word by itself: "post" of "post-war" is no post.</summary>
internal static class WordPrefixes
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(["pro", "anti", "ex", "pre", "post", "non", "semi", "co"], StringComparer.Ordinal);

    /// <summary>Whether a token of a text is such a part of a longer word.</summary>
    public static bool Has(string text, Token token) => token.End < text.Length && text[token.End] == '-' && All.Contains(token.Text);
}
