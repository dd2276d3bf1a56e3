using System.Collections.Frozen;
using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Tells whose account a question asks for that asks one side alone what the sides tell differently: "Whom does Ruritania blame?", "Ruritania's version of the clashes", "Who began it, according to Ruritania?".</summary>
internal static class OneSidesAccount
{
    // "The Ruritanian side's official version".
    private const int VersionWithin = 4;

    // "What does Ruritania's defence ministry say started …".
    private const int VerbWithin = 5;

    private static readonly FrozenSet<string> Versions = FrozenSet.ToFrozenSet(["version", "account", "narrative", "story"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Blaming = FrozenSet.ToFrozenSet(["blame", "blames", "blaming", "blamed", "accuse", "accuses", "accusing", "accused"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Holding = FrozenSet.ToFrozenSet(["hold", "holds", "holding", "held", "consider", "considers", "see", "sees", "find", "finds"], StringComparer.Ordinal);

    private static readonly FrozenSet<string> Explaining = FrozenSet.ToFrozenSet(["explain", "explained", "justify", "justified"], StringComparer.Ordinal);

    /// <summary>The id of the state whose account is asked for; null where none's is, or both sides'.</summary>
    public static string? Of(string question, List<Token> tokens, ImmutableArray<QuestionUnit> units, int asking)
    {
        var words = tokens.ConvertAll(t => t.Text);
        if (words.Exists(w => w is "both" or "each" or "either" or "sides"))
            return null;
        foreach (var unit in units)
        {
            if (SideOf(unit) is not { } side || IsOneOfTwo(question, units, unit))
                continue;
            var (first, next) = (tokens.FindIndex(t => t.Start >= unit.Span.Start), tokens.FindIndex(t => t.Start >= unit.Span.End));
            if (next < 0)
                next = tokens.Count;
            if (IsAccordingTo(words, first) ? AsksOfAConflict(words, units) : AsksByVersion(words, next) || AsksByVerb(words, units, asking, first, next))
                return side;
        }

        return null;
    }

    private static string? SideOf(QuestionUnit unit) => (unit.StandsFor ?? unit.Entity) switch
    {
        { Kind: EntityKind.State } state => state.Id,
        { Kind: EntityKind.Organisation, Side: { } side } => side,
        // "According to Baku".
        { Kind: EntityKind.Place, StandsFor: { } seatOf } => seatOf,
        _ => null,
    };

    /// <summary>"Armenia's and Azerbaijan's version".</summary>
    private static bool IsOneOfTwo(string question, ImmutableArray<QuestionUnit> units, QuestionUnit unit) =>
        units.Any(other => other != unit && SideOf(other) is not null && Between(question, unit, other).Trim() is "and" or "or" or "and the" or "'s and" or "’s and" or "&");

    private static string Between(string question, QuestionUnit a, QuestionUnit b) =>
        a.Span.End <= b.Span.Start ? question[a.Span.End..b.Span.Start] : b.Span.End <= a.Span.Start ? question[b.Span.End..a.Span.Start] : "";

    /// <summary>"According to Ruritania", "according to the Ruritanian side".</summary>
    private static bool IsAccordingTo(List<string> words, int first)
    {
        var at = first - 1;
        if (at >= 0 && words[at] == "the")
            at--;
        return at > 0 && words[at] == "to" && words[at - 1] == "according";
    }

    /// <summary>Who began it, or whose fault it was, in whatever words.</summary>
    private static bool AsksOfAConflict(List<string> words, ImmutableArray<QuestionUnit> units) =>
        words.Exists(w => w is "who" or "whom" or "whose" or "why" or "which" or "how" or "what")
        && !words.Exists(w => w is "many" or "much" or "long")
        && words.Exists(w => IsBeginning(w) || Blaming.Contains(w) || w is "fault" or "responsible" or "aggressor")
        && (IsOfConflict(units) || words.Exists(w => w is "it" or "this" or "fault" or "aggressor" or "responsible" || Blaming.Contains(w)));

    /// <summary>"Ruritania's version of …", "the Ruritanian side of the story".</summary>
    private static bool AsksByVersion(List<string> words, int next)
    {
        for (var i = next; i < Math.Min(words.Count, next + VersionWithin) && words[i] is not ("in" or "on" or "and"); i++)
        {
            if (Versions.Contains(words[i]))
                return true;
        }

        return false;
    }

    /// <summary>"Whom does Ruritania blame for …", "How does Ruritania explain the attack", "What does Ruritania say started …".</summary>
    private static bool AsksByVerb(List<string> words, ImmutableArray<QuestionUnit> units, int asking, int first, int next)
    {
        if (asking < 0 || asking + 1 >= words.Count || words[asking + 1] is not ("do" or "does" or "did" or "has" or "have" or "is") || first <= asking + 1)
            return false;
        var verb = words.FindIndex(next, Math.Min(VerbWithin, words.Count - next), w => Blaming.Contains(w) || Holding.Contains(w) || Explaining.Contains(w) || WordLists.PlainSaying.Contains(WordForms.StemAny(w)));
        return verb >= 0 && QuestionWords.Interrogative(words[asking]) switch
        {
            "who" => Blaming.Contains(words[verb]) || (Holding.Contains(words[verb]) && words.Skip(verb + 1).Take(2).Any(w => w is "responsible" or "accountable" or "guilty" or "culpable" or "liable")),
            "how" => Explaining.Contains(words[verb]) && IsOfConflict(units),
            "what" => IsSaidToHaveBegun(words, verb + 1) && (IsOfConflict(units) || words.Contains("it")),
            _ => false,
        };
    }

    /// <summary>"… started the war", "… about who began it", "… was to blame".</summary>
    private static bool IsSaidToHaveBegun(List<string> words, int from) =>
        words.Skip(from).Take(VerbWithin).Any(w => IsBeginning(w) || w is "blame" or "fault") && words.Skip(from).Take(2).Any(w => w is "who" or "whose" or "how" or "why" || IsBeginning(w));

    private static bool IsBeginning(string word) =>
        word is "began" or "begin" or "begun" or "started" or "start" or "caused" or "provoked" or "triggered" or "sparked" or "attacked" || word.StartsWith("escalated", StringComparison.Ordinal);

    private static bool IsOfConflict(ImmutableArray<QuestionUnit> units) =>
        units.Any(u => u.Entity is { Kind: EntityKind.Event } || (u.Entity is null && (WordLists.ConflictTalk.Contains(u.Stem) || WordLists.Accusations.Contains(u.Stem))));
}
