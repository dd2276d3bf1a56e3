using System.Text.RegularExpressions;

namespace ConflictBot.Core.Evaluation;

/// <summary>Compares texts whatever their line breaks: a quote keeps the breaks of a wrapped article, an expectation has none.</summary>
internal static partial class Whitespace
{
    public static string Collapse(string text) => Runs().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Runs();
}
