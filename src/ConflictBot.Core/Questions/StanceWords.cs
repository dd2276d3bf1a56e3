using System.Collections.Frozen;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>The words by which somebody's stand on a matter is asked for. They stand for what was said, and seldom in it.</summary>
internal static class StanceWords
{
    private static readonly FrozenSet<string> Always =
        Stems("position", "stance", "attitude", "reaction", "react", "response", "respond", "viewpoint", "opinion", "view");

    // "How did … rate it" asks for a stand, "the rate of …" does not.
    private static readonly FrozenSet<string> AfterHow =
        Stems("rate", "regard", "assess", "judge", "evaluate", "appraise", "characterise", "describe", "see", "justify", "explain", "comment", "call", "interpret", "answer", "perceive");

    private static readonly FrozenSet<string> Reacting = Stems("react", "respond", "reply", "answer");

    private static readonly FrozenSet<string> Forces = Stems("army", "armies", "force", "forces", "troops", "military", "soldiers", "police", "security", "guards");

    // "How did the army of Ruritania respond".
    private const int ForceWithin = 4;

    private static readonly FrozenSet<string> Bare = Stems("position", "stance", "attitude", "reaction", "response", "viewpoint", "opinion", "view", "comment");

    /// <summary>Whether the question asks for a stand.</summary>
    /// <param name="words">The question's words, folded.</param>
    /// <param name="stems">Their stems.</param>
    /// <param name="at">Which of them asks; −1 where none does.</param>
    public static bool AskFor(string[] words, string[] stems, int at)
    {
        var compares = words.Length > 0 && words[0] is "compare" or "contrast";
        if (at < 0 && compares)
            return stems.Any(Bare.Contains);
        if (at < 0)
            return words.Length > 0 && !QuestionWords.IsAuxiliary(words[0]) && Enumerable.Range(0, words.Length).Any(i => Bare.Contains(stems[i]) && i + 1 < words.Length && words[i + 1] is "to" or "on" or "of" or "about" or "regarding");
        if (AsksWhatAForceDid(words, stems, at))
            return false;
        return Enumerable.Range(0, words.Length).Any(i => Always.Contains(stems[i]) && !IsMilitary(words, stems, i))
            || (words[at] == "how" && at + 1 < words.Length && (compares || words[at + 1] is "did" or "does" or "do" or "has" or "have") && stems.Skip(at + 2).Any(AfterHow.Contains));
    }

    /// <summary>"Why did they shell the positions of …".</summary>
    private static bool IsMilitary(string[] words, string[] stems, int at) => words[at] == "positions" && stems.Any(WordLists.Accusations.Contains);

    /// <summary>Whether a word stands for what was done in answer to something.</summary>
    public static bool IsReaction(string stem) => Reacting.Contains(stem);

    /// <summary>"How did the Ruritanian army respond": soldiers and police act, and take no stand.</summary>
    private static bool AsksWhatAForceDid(string[] words, string[] stems, int at)
    {
        var reacts = Array.FindIndex(stems, at + 1, Reacting.Contains);
        return words[at] == "how" && reacts > 0 && Enumerable.Range(Math.Max(at, reacts - ForceWithin), Math.Min(ForceWithin, reacts - at)).Any(i => Forces.Contains(stems[i]));
    }

    /// <summary>"How did oil prices react": what is no person or body takes no stand, and where no article speaks of it none is told.</summary>
    /// <param name="asked">What the question is about, in order.</param>
    public static bool AreOfUnknownThings(IEnumerable<QuestionUnit> asked)
    {
        var subject = asked.TakeWhile(u => u.Role != UnitRole.Saying).ToList();
        return subject.Exists(u => u.Unknown) && subject.TrueForAll(u => u is { Entity: null, IsName: false } && !WordLists.People.Contains(u.Stem) && !WordLists.Roles.Contains(u.Stem) && !WordLists.SpeakingGroups.Contains(u.Stem) && !SpeakerNames.IsBody(u.Surface));
    }

    /// <summary>Whether a word of such a question stands for the stand itself.</summary>
    public static bool Contains(string stem) => Always.Contains(stem) || AfterHow.Contains(stem) || Bare.Contains(stem);

    private static FrozenSet<string> Stems(params string[] words) => words.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);
}
