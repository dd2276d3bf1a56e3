using System.Collections.Frozen;
using System.Globalization;

namespace ConflictBot.Core.Language;

/// <summary>The numbers that are one word: "seven", "fifteen", "forty".</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, double> ByWord = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9,
        ["ten"] = 10, ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16,
        ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19, ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50,
        ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByDigits =
        ByWord.ToFrozenDictionary(p => p.Value.ToString(CultureInfo.InvariantCulture), p => p.Key, StringComparer.Ordinal);

    public static bool TryGet(string word, out double value) => ByWord.TryGetValue(word, out value);

    /// <summary>Whether a word is such a number, in letters or digits.</summary>
    public static bool IsNumber(string word) => OtherWay(word) is not null;

    /// <summary>"15" for "fifteen", "fifteen" for "15"; null for what is neither.</summary>
    public static string? OtherWay(string word) =>
        ByWord.TryGetValue(word, out var value) ? value.ToString(CultureInfo.InvariantCulture) : ByDigits.GetValueOrDefault(word);
}
