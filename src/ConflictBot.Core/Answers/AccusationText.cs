using System.Collections.Frozen;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Reads, in a sentence, who lays an act of force at whose door.</summary>
internal static class AccusationText
{
    private static readonly FrozenSet<string> Denials = Stems(
        "deny", "denial", "reject", "dismiss", "refute", "rebut", "insist", "misinformation", "disinformation", "baseless", "unfounded", "groundless", "false", "untrue", "fabricate", "fabrication",
        "invent", "slander", "fake", "absurd", "inflate", "exaggerate", "exaggeration", "overstate");

    private static readonly FrozenSet<string> Blaming = Stems("accuse", "accusation", "blame");

    private static readonly FrozenSet<string> Breaking = Stems("break", "broke", "broken", "breach", "trample");

    private static readonly FrozenSet<string> Truces = Stems("ceasefire", "truce", "armistice");

    private static readonly FrozenSet<string> Insisting = Stems("insist");

    private static readonly FrozenSet<string> Contending = Stems("maintain", "insist", "deny", "reject", "dispute", "contend", "dismiss", "refute", "rebut", "counter");

    private static readonly FrozenSet<string> Answering = Stems("answer", "reply", "respond", "counter", "retort", "rebut");

    /// <summary>How many different words of accusation stand in what the speaker says, outside the speaker's own name; to break a truce is one.</summary>
    public static int Accusations(AnalyzedSentence sentence, Attribution attribution)
    {
        var speaker = SpeakerSpan(sentence, attribution);
        var breaks = Holds(sentence, Breaking, attribution.Clause, speaker) > 0 && Holds(sentence, Truces, attribution.Clause, speaker) > 0;
        return Holds(sentence, WordLists.Accusations, attribution.Clause, speaker) + (breaks ? 1 : 0);
    }

    /// <summary>Whether a word of a question is of a broken truce.</summary>
    public static bool IsOfATruce(string stem) => Breaking.Contains(stem) || Truces.Contains(stem);

    /// <summary>Whether what the speaker says tells outright whose fault something is.</summary>
    public static bool NamesFault(AnalyzedSentence sentence, Attribution attribution) => Holds(sentence, WordLists.Fault, attribution.Clause, SpeakerSpan(sentence, attribution)) > 0;

    public static bool HasAny(AnalyzedSentence sentence) => sentence.Stems.Any(WordLists.Accusations.Contains);

    /// <summary>Whether the speaker contradicts something.</summary>
    public static bool Denies(AnalyzedSentence sentence, Attribution attribution) => Holds(sentence, Denials, attribution.Clause, default) > 0 || SaysNothingBut(sentence, attribution);

    /// <summary>Whether the speaker rejects something outright: who insists need not.</summary>
    public static bool Rejects(AnalyzedSentence sentence, Attribution attribution) => Denies(sentence, attribution) && Holds(sentence, Insisting, attribution.Clause, default) == 0;

    /// <summary>"Rejects the charge": the article has told what is denied.</summary>
    public static bool DeniesTheCharge(AnalyzedSentence sentence, Attribution attribution) =>
        Denies(sentence, attribution) && sentence.Tokens.Any(t => t.Text is "charge" or "charges" or "accusation" or "accusations" or "allegation" or "allegations" or "claim" or "claims" or "blame");

    /// <summary>Whether the speaker is said to answer, or contradicts something.</summary>
    public static bool Answers(AnalyzedSentence sentence, Attribution attribution) =>
        Denies(sentence, attribution) || SpeaksBy(attribution, Answering);

    /// <summary>Whether what is said is said against somebody who holds otherwise.</summary>
    public static bool Contends(Attribution attribution) => SpeaksBy(attribution, Contending);

    /// <summary>"Both sides accused each other": one sentence that tells what each says of the other.</summary>
    public static bool IsMutual(AnalyzedSentence sentence)
    {
        var blames = sentence.Stems.Any(Blaming.Contains);
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            var (word, next) = (sentence.Tokens[i].Text, sentence.Tokens[i + 1].Text);
            // "Each side says the other opened fire."
            if (word is "each" or "both" && next is "side" or "sides" && sentence.Tokens.Any(t => t.Text == "other") && (HasAny(sentence) || sentence.Stems.Any(Breaking.Contains)))
                return true;
            if (!blames)
                continue;
            if (word is "each" && next is "other" || word is "one" && next is "another" || word is "both" or "two" && next is "sides" or "countries" or "parties" || word is "traded" or "exchanged" or "mutual")
                return true;
        }

        return false;
    }

    /// <summary>
    /// The other side is named outside the speaker's own name; where somebody is said to be accused, the first side named after that is the accused.
    /// </summary>
    public static bool BlamesOther(AnalyzedSentence sentence, Attribution attribution, string other)
    {
        var named = sentence.Mentions.Where(m => SideOf(m) is not null && attribution.Clause.Contains(m.Span) && !IsInSpeaker(sentence, attribution, m.Span)).ToList();
        var accused = Array.FindIndex([.. sentence.Stems], Blaming.Contains);
        if (accused < 0 || !attribution.Clause.Contains(sentence.Tokens[accused].Start))
            return named.Exists(m => SideOf(m) == other);
        return named.Find(m => m.Span.Start >= sentence.Tokens[accused].End) is { } first && SideOf(first) == other;
    }

    /// <summary>"Our posts were shelled": no side is named but the speaker's own.</summary>
    public static bool BlamesUnnamed(AnalyzedSentence sentence, Attribution attribution) =>
        Accusations(sentence, attribution) > 0 && !sentence.Mentions.Any(m => SideOf(m) is not null && attribution.Clause.Contains(m.Span) && !IsInSpeaker(sentence, attribution, m.Span));

    public static string? SideOf(EntityMention mention) => mention.StandsFor?.Id ?? (mention.Entry.Kind == EntityKind.State ? mention.Entry.Id : mention.Entry.Side);

    private static bool SpeaksBy(Attribution attribution, FrozenSet<string> verbs) =>
        attribution.Verb is { } verb && Tokenizer.Tokenize(verb) is [var first, ..] && verbs.Contains(WordForms.StemAny(first.Text));

    /// <summary>"Struck nothing but military targets".</summary>
    private static bool SaysNothingBut(AnalyzedSentence sentence, Attribution attribution)
    {
        for (var i = 0; i + 1 < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i].Text is "nothing" or "none" or "nobody" && sentence.Tokens[i + 1].Text == "but" && attribution.Clause.Contains(sentence.Tokens[i].Start))
                return true;
        }

        return false;
    }

    /// <summary>The speaker's own name with its appositions, or one that speaks with them ("A and B have reported").</summary>
    private static bool IsInSpeaker(AnalyzedSentence sentence, Attribution attribution, TextSpan span)
    {
        var speaker = SpeakerSpan(sentence, attribution);
        if (speaker.Length == 0 || span.Start < speaker.Start)
            return false;
        // A name may begin in the speaker's phrase and end behind it.
        return span.Start < speaker.End || sentence.Text[speaker.End..span.Start] is " and " or ", ";
    }

    /// <summary>Where the speaker stands, with what is told of them beside the name; empty where that is not in the sentence.</summary>
    private static TextSpan SpeakerSpan(AnalyzedSentence sentence, Attribution attribution)
    {
        foreach (var text in new[] { attribution.Phrase, attribution.Speaker }.Where(t => t.Length > 0))
        {
            var at = sentence.Text.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
                return new TextSpan(at, at + text.Length);
        }

        return default;
    }

    /// <summary>How many different words of a list a part of the sentence holds, outside another part of it.</summary>
    private static int Holds(AnalyzedSentence sentence, FrozenSet<string> stems, TextSpan within, TextSpan outside)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < sentence.Stems.Length; i++)
        {
            // "Responsible" and "in response" have one stem.
            if (stems.Contains(sentence.Stems[i]) && sentence.Tokens[i].Text is not ("response" or "responses") && within.Contains(sentence.Tokens[i].Start) && !outside.Contains(sentence.Tokens[i].Start))
                found.Add(sentence.Stems[i]);
        }

        return found.Count;
    }

    private static FrozenSet<string> Stems(params string[] words) => words.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);
}
