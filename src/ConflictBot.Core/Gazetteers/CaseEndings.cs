namespace ConflictBot.Core.Gazetteers;

/// <summary>
/// Takes case endings off Russian and Armenian words, which are inflected as names: "Пашиняна" is "Пашинян". It gives every form a word may be of,
/// and the gazetteer decides which of them is a name.
/// </summary>
internal static class CaseEndings
{
    /// <summary>The most lengths a word gives.</summary>
    public const int Most = 6;

    // Shorter stems are words of their own: "Баку" without its last letter is "бак".
    private const int ShortestStem = 4;

    private static readonly string[] Russian =
    [
        "ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими", "ах", "ях", "ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их",
        "ым", "им", "ом", "ем", "ей", "ью", "ам", "ям", "а", "я", "о", "е", "ы", "и", "у", "ю", "ь",
    ];

    private static readonly string[] RussianNominative = ["ий", "ый", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "а", "я", "о", "е", "ы", "и", "ь"];

    private static readonly string[] Armenian = ["ում", "ից", "ով", "ին", "ի", "ը", "ն"];

    private static readonly string[] ArmenianNominative = ["ի"];

    /// <summary>The lengths of a folded word of a text without each ending it may have, the longest ending first; none for other scripts.</summary>
    public static int Stems(ReadOnlySpan<char> word, Span<int> lengths) => Without(word, EndingsOf(word, Russian, Armenian), lengths);

    /// <summary>Likewise for a word of a name as it stands in the gazetteer.</summary>
    public static int StemsOfName(ReadOnlySpan<char> word, Span<int> lengths) => Without(word, EndingsOf(word, RussianNominative, ArmenianNominative), lengths);

    private static string[] EndingsOf(ReadOnlySpan<char> word, string[] russian, string[] armenian) => word.IsEmpty ? [] : word[0] switch
    {
        >= '\u0400' and <= '\u04FF' => russian,
        >= '\u0530' and <= '\u058F' => armenian,
        _ => [],
    };

    private static int Without(ReadOnlySpan<char> word, string[] endings, Span<int> lengths)
    {
        var count = 0;
        foreach (var ending in endings)
        {
            if (count < lengths.Length && word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                lengths[count++] = word.Length - ending.Length;
        }

        return count;
    }
}
