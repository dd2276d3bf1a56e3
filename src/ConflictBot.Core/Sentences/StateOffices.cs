using System.Collections.Frozen;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Sentences;

/// <summary>Tells who holds a state's office but is named without the state: "Defence Minister Jane Doe", "ministry spokesman John Roe", "ombudsman Jane Doe".</summary>
internal static class StateOffices
{
    private static readonly FrozenSet<string> OfAState = FrozenSet.ToFrozenSet(
        ["minister", "ministry", "premier", "ombudsman", "ombudswoman", "defender", "presidential", "government", "military", "army", "prosecutor"], StringComparer.Ordinal);

    // What else may stand in such a title. Any other word may be another country's: "Swiss minister".
    private static readonly FrozenSet<string> Beside = FrozenSet.ToFrozenSet(
        [
            "the", "a", "deputy", "first", "acting", "prime", "foreign", "defence", "defense", "interior", "justice", "health", "economy", "finance", "culture", "education", "state", "press", "human", "rights", "chief",
        ], StringComparer.Ordinal);

    /// <summary>Whether a name's title is a state's office, and names no state or anything else beside it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="extent">The name with the title before it.</param>
    public static bool HoldsOne(AnalyzedSentence sentence, TextSpan extent)
    {
        var name = sentence.Names.LastOrDefault(extent.Contains);
        var title = Enumerable.Range(0, sentence.Tokens.Length).Where(i => extent.Contains(sentence.Tokens[i].Start) && sentence.Tokens[i].Start < name.Start).ToList();
        return title.Exists(i => OfAState.Contains(sentence.Tokens[i].Text))
            && title.TrueForAll(i => OfAState.Contains(sentence.Tokens[i].Text) || Beside.Contains(sentence.Tokens[i].Text) || WordLists.Roles.Contains(sentence.Stems[i]));
    }

    /// <summary>"Spokesman Colonel John Roe": of whom, the words before have to tell.</summary>
    public static bool OpensWithSpokesman(AnalyzedSentence sentence, TextSpan extent) =>
        sentence.Tokens[sentence.TokenAt(extent.Start)].Text is "spokesman" or "spokeswoman" or "spokesperson";
}
