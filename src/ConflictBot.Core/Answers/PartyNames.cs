using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Which ids are those of parties that may be at odds.</summary>
internal static class PartyNames
{
    /// <summary>They speak for themselves: what "the Defence Army says" is shown as theirs where no state makes such a claim, and never as a state's.</summary>
    public const string LocalAuthorities = SpeakerAttributor.LocalAuthorities;

    public static bool IsState(string id) => id.StartsWith("state.", StringComparison.Ordinal);

    public static bool IsParty(string id) => IsState(id) || id == LocalAuthorities;

    /// <summary>The states that a sentence names.</summary>
    public static IEnumerable<string> StatesIn(AnalyzedSentence sentence) =>
        sentence.Mentions.Select(AccusationText.SideOf).OfType<string>().Where(IsState).Distinct(StringComparer.Ordinal);

    /// <summary>Two parties in the order of their ids.</summary>
    public static (string, string) Pair(string a, string b) => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a);
}
