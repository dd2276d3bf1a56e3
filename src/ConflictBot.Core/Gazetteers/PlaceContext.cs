using System.Collections.Frozen;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Tells a city from the government that sits in it: "in Baku" and "the streets of Baku" are the city.</summary>
internal static class PlaceContext
{
    private static readonly FrozenSet<string> Prepositions =
        new[] { "in", "near", "around", "outside", "inside", "into", "across", "through", "throughout", "в", "под", "возле" }.ToFrozenSet();

    private static readonly FrozenSet<string> Qualifiers =
        new[] { "central", "downtown", "northern", "southern", "eastern", "western", "nearby", "old" }.ToFrozenSet();

    private static readonly FrozenSet<string> PartsOfACity =
        new[] { "city", "town", "streets", "street", "center", "centre", "heart", "suburb", "suburbs", "outskirts", "district", "resident", "residents", "airport", "mayor" }
            .ToFrozenSet();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrepositionSpans = Prepositions.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> QualifierSpans = Qualifiers.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PartSpans = PartsOfACity.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsPlaceItself(NameTokens tokens, int first)
    {
        var before = first - 1;
        if (before >= 0 && QualifierSpans.Contains(tokens.Key(before)))
            before--;
        if (before < 0 || !tokens.GapAfter(before).IsWhiteSpace())
            return false;
        return PrepositionSpans.Contains(tokens.Key(before))
            || (before > 0 && tokens.Key(before) is "of" && PartSpans.Contains(tokens.Key(before - 1)));
    }
}
