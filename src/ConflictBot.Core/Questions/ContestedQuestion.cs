using System.Collections.Frozen;
using System.Collections.Immutable;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Questions;

/// <summary>Tells whether a question asks for what the sides tell differently: who began, who attacked, whose fault it was, or what each side's account is.</summary>
internal static class ContestedQuestion
{
    // "Who has been shelling …"; not "who rang them and told them to stop shooting".
    private const int DeedWithin = 4;

    private static readonly FrozenSet<string> Intents = Stems("threaten", "threat", "plan", "want", "intend", "prepare", "offer", "agree", "promise", "ready", "able");

    private static readonly FrozenSet<string> Acts =
        Stems("attack", "cross", "invade", "provoke", "provocation", "violate", "shell", "incursion", "aggression", "aggressor", "target", "bombard", "bomb", "storm", "besiege", "blockade", "seize", "expel", "hit", "strike", "struck", "shoot", "shot", "block", "deport", "displace", "drive", "driven", "destroy", "loot");

    private static readonly FrozenSet<string> Deeds = Stems("attack", "shell", "fire", "bomb", "invade", "raid", "target", "cross", "shoot", "block", "blockade", "besiege", "bombard", "expel");

    private static readonly FrozenSet<string> Accounts = Stems("version", "account", "story", "narrative", "explanation", "claim");

    private static readonly FrozenSet<string> Telling =
        Stems("say", "said", "tell", "told", "claim", "explain", "describe", "accuse", "blame", "argue", "justify", "insist", "differ", "disagree", "present");

    private static readonly FrozenSet<string> Actors = Stems("side", "country", "army", "troops", "forces", "military", "state", "party", "government", "two");

    /// <summary>By the words alone.</summary>
    /// <param name="words">The question's words, folded.</param>
    /// <param name="stems">Their stems.</param>
    /// <param name="at">Which of them asks; −1 where none does.</param>
    public static bool IsByItsWords(string[] words, string[] stems, int at)
    {
        var first = at < 0 ? "" : QuestionWords.Interrogative(words[at])!;
        (words, stems, at) = WithoutWhen(words, stems, at);
        if (AsksForOneAccount(words, stems, at, first))
            return false;
        return AsksWhoseFault(words, stems, at, first) || AsksForEachAccount(words, stems, first)
            || Enumerable.Range(at + 1, words.Length - at - 1).Any(i => words[i] is "who" or "which" && AsksWhoBegan(words[i..], stems[i..], 0, words[i]));
    }

    /// <summary>"Whom did Ruritania call" of "whom did Ruritania call when the fighting started", and of "when the fighting started, whom …": the other clause only tells when.</summary>
    private static (string[] Words, string[] Stems, int At) WithoutWhen(string[] words, string[] stems, int at)
    {
        if (at < 0)
            return (words, stems, at);
        var first = Asks.OpensTime(words[0]) ? at : 0;
        var end = Array.FindIndex(words, Math.Min(words.Length, at + 2), Asks.OpensTime);
        end = end < 0 ? words.Length : end;
        return (words[first..end], stems[first..end], at - first);
    }

    /// <summary>"Did … troops cross into …", "Why did … attack …": an act of force by a state, which the other side may deny.</summary>
    public static bool IsByItsParties(AnswerType type, ImmutableArray<QuestionUnit> units) => type switch
    {
        AnswerType.YesNo => units.Any(u => u.Entity is { Kind: EntityKind.State }) && units.Any(IsAct) && !units.Any(u => Intents.Contains(u.Stem)),
        AnswerType.Why => units is [{ Entity.Kind: EntityKind.State, Modifies: null }, .. var rest] && rest.SkipWhile(LeadsToTheDeed).Take(1).Any(IsAct),
        _ => false,
    };

    /// <summary>"Who broke the pause, the Armenians or the Azerbaijanis?"</summary>
    public static bool AsksWhichOfTwo(string question, AnswerType type, ImmutableArray<QuestionUnit> units)
    {
        if (type is not (AnswerType.Who or AnswerType.Which))
            return false;
        var states = units.Where(u => (u.StandsFor ?? u.Entity) is { Kind: EntityKind.State }).ToList();
        return states is [.., var one, var other] && (one.StandsFor ?? one.Entity)!.Id != (other.StandsFor ?? other.Entity)!.Id
            && question[one.Span.End..other.Span.Start].Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains("or");
    }

    /// <summary>"Always", "open fire and" of "why does X always open fire and shell …": not the deed yet, and no other one ("threaten to").</summary>
    private static bool LeadsToTheDeed(QuestionUnit unit) =>
        !IsAct(unit) && unit.Entity is null && (unit.Stem is "alway" or "keep" or "kept" or "continu" or "fire" || WordLists.ConflictTalk.Contains(unit.Stem));

    /// <summary>"Attack", "drive out".</summary>
    private static bool IsAct(QuestionUnit unit) => unit.Entity is null && Acts.Contains(unit.Stem.Split(' ')[0]);

    private static bool AsksWhoseFault(string[] words, string[] stems, int at, string first)
    {
        bool Any(params string[] wanted) => stems.Any(s => wanted.Contains(s, StringComparer.Ordinal));
        // "Whom did X blame": X's word alone is asked for.
        if (first is "who" && at + 1 < words.Length && words[at + 1] is "did" or "does" or "do" && words.Contains("blame"))
            return false;
        var asksForASide = AsksForASide(words, stems, at, first);
        if (words.Any(w => w is "fault" or "aggressor" or "guilty") && (asksForASide || first is "" or "what"))
            return true;
        if (words.Any(w => w is "blame" or "blamed") && (asksForASide || first is "what" || (first is "" && !QuestionWords.IsAuxiliary(words[0]))))
            return true;
        if (words.Contains("first") && Any("attack", "fire", "shoot", "start", "strike", "shell") && first is "who" or "which" or "")
            return true;
        if (first is "which" && words.Contains("side") && stems.Any(WordLists.Accusations.Contains))
            return true;
        if (at >= 0 && words[at] == "whose" && stems.Any(WordLists.Accusations.Contains))
            return true;
        if (first is "" && words.Length > 0 && QuestionWords.IsAuxiliary(words[0]) && Any("start", "provok") && Any("war", "fight", "clash", "conflict"))
            return true;
        return AsksWhoBegan(words, stems, at, first);
    }

    private static bool AsksForASide(string[] words, string[] stems, int at, string first) =>
        first is "who" || (first is "which" && (words.Contains("side") || stems.Skip(at + 1).Take(3).Any(Actors.Contains)));

    private static bool AsksWhoBegan(string[] words, string[] stems, int at, string first)
    {
        if (!AsksForASide(words, stems, at, first))
            return false;
        bool Any(params string[] wanted) => stems.Any(s => wanted.Contains(s, StringComparer.Ordinal));
        return ((Any("start", "begin", "restart", "renew", "resum", "caus", "provok", "instig", "launch", "trigger", "spark") || words.Any(w => w.StartsWith("escalat", StringComparison.Ordinal) && !w.EndsWith("ion", StringComparison.Ordinal))) && Any("war", "fight", "clash", "conflict", "violenc", "hostil", "attack", "escal", "it", "battl", "tension", "shoot", "bloodsh", "incid", "skirmish", "offens", "situat", "crisi", "strife"))
            || (Any("open") && Any("hostil"))
            || (Any("violat", "break", "breach") && Any("ceasefir", "truce", "cease", "paus", "lull", "agreement", "peac", "statement", "accord", "deal", "treati", "armistic"))
            || (words.Any(w => w.StartsWith("responsib", StringComparison.Ordinal)) && !Any("minist", "depart"))
            || (stems.Skip(at + 1).Take(first is "who" ? DeedWithin : stems.Length).Any(Deeds.Contains) && !words.Where((w, i) => QuestionWords.IsAuxiliary(w) && !IsProgressive(words, i)).Any())
            || (words.Contains("behind") && stems.Any(WordLists.Accusations.Contains))
            || words.Any(w => w is "right" or "wrong");
    }

    /// <summary>"Who is shelling", "who has been shooting".</summary>
    private static bool IsProgressive(string[] words, int auxiliary) =>
        words.Skip(auxiliary + 1).SkipWhile(w => w is "been" or "still" or "now" or "again").FirstOrDefault("") is var verb && verb.EndsWith("ing", StringComparison.Ordinal);

    /// <summary>"What does X say about who is at fault?": X alone is asked for.</summary>
    private static bool AsksForOneAccount(string[] words, string[] stems, int at, string first) =>
        first == "what" && at + 1 < words.Length && words[at + 1] is "did" or "does" or "do" or "has" or "have" && stems.Skip(at + 2).Any(WordLists.PlainSaying.Contains)
        && !words.Any(w => w is "and" or "each" or "both" or "either" or "two" or "sides" or "they");

    /// <summary>"What is each side's version of …", "How do both countries explain …", "…, according to each side".</summary>
    private static bool AsksForEachAccount(string[] words, string[] stems, string first)
    {
        if (first is "when" or "where" or "who" || (first is "how" && words.Any(w => w is "many" or "much" or "long")))
            return false;
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i] is not ("each" or "both" or "either" or "two" or "the") || !WordLists.Parties.Contains(stems[i + 1]) || (words[i] == "the" && !words[i + 1].EndsWith('s')))
                continue;
            if (stems.Any(Accounts.Contains) || (i >= 2 && words[..i].Contains("according")) || stems.Skip(i + 2).Any(Telling.Contains))
                return true;
        }

        return words.Contains("each") && stems.Any(Telling.Contains) && words.Contains("and") && !words.Contains("other");
    }

    private static FrozenSet<string> Stems(params string[] words) => words.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);
}
