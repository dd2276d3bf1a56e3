using System.Collections.Frozen;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>A place where a sentence says that somebody said something.</summary>
/// <param name="First">The verb's token.</param>
/// <param name="Last">The last token of its words ("called on", "sent condolences").</param>
/// <param name="Words">The verb as printed.</param>
/// <param name="Subject">Who says it.</param>
internal sealed record Report(int First, int Last, string Words, TextSpan Subject)
{
    /// <summary>The subject with the appositions beside it: "Jane Doe, a spokeswoman for the ministry".</summary>
    public TextSpan Extent(AnalyzedSentence sentence)
    {
        if (Subject.Start < sentence.Tokens[First].Start)
        {
            return new TextSpan(SubjectFinder.TitleBefore(sentence, Subject) ?? Subject.Start, Math.Max(Subject.End, sentence.Tokens[Math.Max(0, VerbOf(sentence) - 1)].End));
        }

        var next = sentence.TokenAt(Subject.End);
        return next < sentence.Tokens.Length && sentence.Text[Subject.End..sentence.Tokens[next].Start] == ", " && (sentence.Tokens[next].Text is "a" or "an" or "the" or "who" || WordLists.Roles.Contains(sentence.Stems[next]))
            ? new TextSpan(Subject.Start, SubjectFinder.PhraseFrom(sentence, next).End) : Subject;
    }

    /// <summary>Where the verb of the subject starts: of "Jane Doe, a nurse, went home and said" it is "went".</summary>
    private int VerbOf(AnalyzedSentence sentence)
    {
        var group = VerbGroup.Before(sentence, First).Start;
        if (group == 0 || sentence.Tokens[group - 1].Text is not ("and" or "but" or "or" or "then"))
            return group;
        var first = Enumerable.Range(0, group).FirstOrDefault(i => sentence.Tokens[i].Start >= Subject.End && FiniteVerbs.Form(sentence, i, VerbGroup.Before(sentence, i)) != VerbForm.NotFinite, group);
        return VerbGroup.Before(sentence, first).Start;
    }

    /// <summary>Who quotes them ("quoted by the agency as saying"), or null.</summary>
    public TextSpan? QuotedBy { get; init; }

    /// <summary>"Did not say": no report, but its subject may be that of the verb after it.</summary>
    public bool IsNegated { get; init; }
}

/// <summary>Finds the reporting verbs of a sentence's main statements, each with its subject.</summary>
/// <remarks>Left out are verbs inside quotations, in clauses of time and the like ("after he urged …"), in relative clauses, in the passive without "by", and negated.</remarks>
internal static class ReportFinder
{
    private const int SpeechNounWithin = 4;
    private const int ByWithin = 8;
    private const int QuotedAsWithin = 14;

    // "Called what was going on there ethnic cleansing".
    private const int JudgedWithin = 10;

    // "Put the number of those killed in the fighting at 40".
    private const int NumberWithin = 12;

    // "Has dismissed the ministry's report as biased".
    private const int DismissedWithin = 8;

    // "Holds the government in X guilty of".
    private const int HeldWithin = 6;

    private static readonly string[] AbstractEndings = ["ity", "ance", "ence", "ness"];

    private static readonly FrozenSet<string> LightVerbs = Stems("issue", "release", "send", "offer", "extend", "convey", "make", "give", "publish", "deliver");
    private static readonly FrozenSet<string> DeclaredActs = Stems("martial", "war", "independence", "emergency", "ceasefire", "cease", "truce", "mobilization", "mobilisation", "curfew", "mourning", "holiday", "quarantine");
    private static readonly FrozenSet<string> Ruling = Stems("hold", "find", "rule", "agree");
    private static readonly FrozenSet<string> Judgements = Stems("false", "untrue", "fabricated", "lie", "invented", "fake", "baseless", "groundless", "unfounded", "absurd", "unacceptable", "illegal", "unlawful", "dangerous",
        "hoax", "myth", "nonsense", "staged", "disinformation", "misinformation", "deliberate", "setback", "mistake", "terror", "betrayal", "disgrace", "outrage", "treason", "provocation", "aggression", "aggressor", "invader", "occupation", "terrorism", "terrorist", "cleansing", "genocide", "crime", "violation", "breach", "blackmail", "propaganda", "slander", "farce", "trap");

    private static readonly string Dismissing = WordForms.StemAny("dismiss");

    private static readonly FrozenSet<string> Counts = Stems("number", "figure", "toll", "count", "total", "loss", "losses", "dead", "death", "deaths", "casualty", "strength", "size", "cost", "damage", "share", "population");

    private static readonly FrozenSet<string> Describing = Stems("describe", "call", "consider", "regard", "term", "label", "brand", "see", "view");

    private static readonly FrozenSet<string> Quoting = Stems("quote", "cite");

    /// <summary>The reports in order, negated ones among them.</summary>
    public static List<Report> In(AnalyzedSentence sentence)
    {
        var reports = new List<Report>();
        for (var i = 0; i < sentence.Tokens.Length; i++)
        {
            // "Self-proclaimed" proclaims nothing.
            if (sentence.IsQuoted(sentence.Tokens[i].Start) || (i > 0 && Gap(sentence, i - 1) == "-"))
                continue;
            var report = QuotedAs(sentence, i) ?? (reports.Count == 0 ? Described(sentence, i) : null) ?? Spoken(sentence, i, reports);
            if (report is null)
                continue;
            reports.Add(report);
            i = report.Last;
        }

        return reports;
    }

    /// <summary>"Was quoted by Y as saying", "Y quoted X as saying".</summary>
    private static Report? QuotedAs(AnalyzedSentence sentence, int verb)
    {
        if (!Quoting.Contains(sentence.Stems[verb]))
            return null;
        for (var i = verb + 1; i + 1 < Math.Min(sentence.Tokens.Length, verb + QuotedAsWithin); i++)
        {
            if (sentence.Tokens[i].Text != "as" || !sentence.Tokens[i + 1].Text.EndsWith("ing", StringComparison.Ordinal) || !WordLists.ReportingVerbs.Contains(sentence.Stems[i + 1]))
                continue;
            var words = $"{Raw(sentence, verb)} as {Raw(sentence, i + 1)}";
            var quoter = SubjectFinder.Of(sentence, verb, 0);
            if (!VerbGroup.Before(sentence, verb).IsBe)
                return i == verb + 1 ? null : new Report(verb, i + 1, words, Between(sentence, verb + 1, i - 1)) { QuotedBy = quoter };
            var by = sentence.Tokens[verb + 1].Text == "by" && i > verb + 2 ? Between(sentence, verb + 2, i - 1) : (TextSpan?)null;
            return quoter is null ? null : new Report(verb, i + 1, words, quoter.Value) { QuotedBy = by };
        }

        return null;
    }

    /// <summary>"When the town protested what it described as an incursion": whatever clause that stands in, it is the town's word, unless somebody tells it.</summary>
    private static Report? Described(AnalyzedSentence sentence, int verb)
    {
        var isDescribed = verb >= 3 && Describing.Contains(sentence.Stems[verb]) && Word(sentence, verb - 1) is "it" or "they" or "he" or "she" && Word(sentence, verb - 2) == "what";
        if (!isDescribed || SubjectFinder.Of(sentence, verb - 3, 0) is not { } subject)
            return null;
        var last = Word(sentence, verb + 1) == "as" ? verb + 1 : verb;
        return new Report(verb, last, VerbWords(sentence, verb, last), WithoutConjunction(sentence, subject));
    }

    /// <summary>"When the town": the town.</summary>
    private static TextSpan WithoutConjunction(AnalyzedSentence sentence, TextSpan subject) =>
        sentence.TokenAt(subject.Start) is var first && sentence.Tokens[first].Text is "when" or "after" or "since" or "as" or "while" or "before" or "because" && sentence.Tokens[first].End < subject.End
            ? new TextSpan(sentence.Tokens[first + 1].Start, subject.End) : subject;

    private static Report? Spoken(AnalyzedSentence sentence, int verb, List<Report> before)
    {
        if (Predicate(sentence, verb) is not { } last)
            return null;
        var group = VerbGroup.Before(sentence, verb);
        var form = FiniteVerbs.Form(sentence, verb, group);
        var words = VerbWords(sentence, verb, last);
        if (form == VerbForm.NotFinite && before.Count == 0 && IsSayingAside(sentence, verb) && SubjectFinder.OfFirstVerb(sentence, sentence.Tokens[verb].Start) is { } sayer && !IsSubordinate(sentence, sayer, verb))
            return new Report(verb, last, words, sayer);
        if (form == VerbForm.NotFinite || group.IsModal)
            return null;
        if (form == VerbForm.Passive)
        {
            var isMain = SubjectFinder.Of(sentence, verb, 0) is { } said && !IsSubordinate(sentence, said, verb);
            return isMain && !group.IsNegated && By(sentence, verb) is { } by ? new Report(verb, last, words, by) : null;
        }

        var isNegated = group.IsNegated || DeniedAfter(sentence, verb, last);
        if (SubjectFinder.Of(sentence, verb, before.Count == 0 ? 0 : sentence.Tokens[before[^1].Last].End) is not { } subject)
            return Shared(sentence, group.Start, before) is { } shared && !isNegated && (!WordLists.ContentVerbs.Contains(sentence.Stems[verb]) || HasContent(sentence, shared, verb)) ? new Report(verb, last, words, shared) : null;
        if (subject.Start < sentence.Tokens[verb].Start && (IsSubordinate(sentence, subject, verb) || IsPartOfFact(sentence, subject, before)))
            return null;
        if (WordLists.ContentVerbs.Contains(sentence.Stems[verb]) && !HasContent(sentence, subject, verb))
            return null;
        return new Report(verb, last, words, subject) { IsNegated = isNegated };
    }

    /// <summary>The last token of the reporting words that start here, or null.</summary>
    private static int? Predicate(AnalyzedSentence sentence, int i)
    {
        var stem = sentence.Stems[i];
        var next = Word(sentence, i + 1);
        if (stem == "make" && next is "it" or "clear" or "plain")
        {
            for (var j = i + 1; j < Math.Min(sentence.Tokens.Length, i + 4); j++)
            {
                if (sentence.Tokens[j].Text is "clear" or "plain" or "known")
                    return j;
            }
        }

        if (LightVerbs.Contains(stem))
        {
            for (var j = i + 1; j < Math.Min(sentence.Tokens.Length, i + 1 + SpeechNounWithin) && !Gap(sentence, j - 1).Contains(',', StringComparison.Ordinal); j++)
            {
                if (WordLists.SpeechNouns.Contains(sentence.Stems[j]))
                    return j;
            }
        }

        if (sentence.Tokens[i].Text is "put" or "puts" or "gave" or "gives" && TellsANumber(sentence, i))
            return i;
        if (Ruling.Contains(stem) && next == "that")
            return i;
        if (stem == "hold" && Enumerable.Range(i + 1, HeldWithin).Any(j => Word(sentence, j) is "guilty" or "responsible" or "accountable"))
            return i;
        if (stem is "write" or "wrote" && next is "down" or "off")
            return null;
        if (stem == "speak" && next == "of")
            return i + 1;
        if (stem == "call")
            return next is "for" or "on" or "upon" ? CalledFor(sentence, i) ?? i + 1 : Judges(sentence, i) ? i : null;
        if (!WordLists.ReportingVerbs.Contains(stem) || sentence.Tokens[i].Text.EndsWith("ly", StringComparison.Ordinal) || NamesADoer(sentence.Tokens[i].Text, stem))
            return null;
        return stem == "declar" && Enumerable.Range(i + 1, 4).Any(j => j < sentence.Tokens.Length && DeclaredActs.Contains(sentence.Stems[j])) ? null : i;
    }

    /// <summary>"Reporters", "accusers"; "answers" is none.</summary>
    private static bool NamesADoer(string word, string stem) => (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("ers", StringComparison.Ordinal)) && !stem.EndsWith("er", StringComparison.Ordinal);

    /// <summary>"Put the toll at 40", "gave the figure as 40".</summary>
    private static bool TellsANumber(AnalyzedSentence sentence, int verb)
    {
        var counted = false;
        for (var i = verb + 1; i < Math.Min(sentence.Tokens.Length, verb + NumberWithin) && !Gap(sentence, i - 1).Contains(',', StringComparison.Ordinal); i++)
        {
            if (counted && sentence.Tokens[i].Text is "at" or "as")
                return true;
            counted |= Counts.Contains(sentence.Stems[i]);
        }

        return false;
    }

    /// <summary>"Called the footage fabricated", "calls it ethnic cleansing"; "called the president right away" is a telephone call.</summary>
    private static bool Judges(AnalyzedSentence sentence, int call)
    {
        for (var i = call + 2; i < Math.Min(sentence.Tokens.Length, call + JudgedWithin) && !Gap(sentence, i - 1).Contains(',', StringComparison.Ordinal); i++)
        {
            if (sentence.IsQuoted(sentence.Tokens[i].Start) || Judgements.Contains(sentence.Stems[i]))
                return true;
        }

        return false;
    }

    /// <summary>"Called on Twitter for", "called on Monday for": not on somebody, but for something.</summary>
    private static int? CalledFor(AnalyzedSentence sentence, int call)
    {
        if (Word(sentence, call + 1) != "on" || !(Word(sentence, call + 2) is "twitter" or "facebook" or "telegram" or "instagram" or "television" or "tv" or "social" or "x"
            || sentence.Dates.Any(d => d.Span.Contains(sentence.Tokens[Math.Min(call + 2, sentence.Tokens.Length - 1)].Start))))
            return null;
        for (var j = call + 3; j < Math.Min(sentence.Tokens.Length, call + 6); j++)
        {
            if (sentence.Tokens[j].Text == "for")
                return j;
        }

        return null;
    }

    /// <summary>"The minister defended the trade, saying that …".</summary>
    private static bool IsSayingAside(AnalyzedSentence sentence, int verb) =>
        verb > 2 && !sentence.Tokens.Take(verb).Any(t => t.Text == "according") && Gap(sentence, verb - 1).Contains(',', StringComparison.Ordinal)
        && (sentence.Tokens[verb].Text is "saying" or "insisting" or "arguing" or "accusing" or "blaming" or "claiming" && Word(sentence, verb + 1) is not ("the" or "at") || (sentence.Tokens[verb].Text.EndsWith("ing", StringComparison.Ordinal) && Word(sentence, verb + 1) == "that"));

    /// <summary>"Said nothing", "released no statement", "denied comment".</summary>
    private static bool DeniedAfter(AnalyzedSentence sentence, int verb, int last) =>
        Word(sentence, verb + 1) is "nothing" or "little" || (last > verb && Word(sentence, verb + 1) == "no");

    /// <summary>"… but demanded": the subject is that of the verb before, unless that reports too.</summary>
    private static TextSpan? Shared(AnalyzedSentence sentence, int groupStart, List<Report> before)
    {
        if (Word(sentence, groupStart - 1) is not ("and" or "but" or "or" or "then"))
            return null;
        if (before.Count > 0)
            return before[^1].IsNegated ? before[^1].Subject : null;
        return SubjectFinder.OfFirstVerb(sentence, sentence.Tokens[groupStart - 1].Start) is { } subject && !IsSubordinate(sentence, subject, groupStart) ? subject : null;
    }

    private static TextSpan? By(AnalyzedSentence sentence, int verb)
    {
        for (var i = verb + 1; i + 1 < Math.Min(sentence.Tokens.Length, verb + ByWithin) && !Gap(sentence, i - 1).Contains(',', StringComparison.Ordinal); i++)
        {
            if (sentence.Tokens[i].Text is "that" or "to")
                return null;
            if (sentence.Tokens[i].Text == "by")
                return SubjectFinder.PhraseFrom(sentence, i + 1);
        }

        return null;
    }

    /// <summary>A clause that only says when, why or which: "after the minister urged", "what it called".</summary>
    private static bool IsSubordinate(AnalyzedSentence sentence, TextSpan subject, int verb)
    {
        var before = sentence.TokenAt(subject.Start) - 1;
        if (before < 0 || Gap(sentence, before).AsSpan().ContainsAny(",;:—–"))
            return false;
        return sentence.Tokens[before].Text switch
        {
            "after" or "before" or "when" or "because" or "until" or "since" or "if" or "whether" or "once" or "where" or "what" or "how" or "why" or "which" or "whom" or "despite" => true,
            // "As the ministry said on Monday" passes a statement on; "as the ministry said it would" tells when.
            "as" => !EndsStatement(sentence, verb),
            _ => false,
        };
    }

    /// <summary>"Cables show that the king urged …": what something else than a report tells.</summary>
    private static bool IsPartOfFact(AnalyzedSentence sentence, TextSpan subject, List<Report> before) =>
        Word(sentence, sentence.TokenAt(subject.Start) - 1) == "that" && sentence.Text[subject.Start - 1] == ' ' && sentence.Text[subject.Start - 2] != ',' && (before.Count == 0 || before[^1].IsNegated);

    private static bool EndsStatement(AnalyzedSentence sentence, int verb) =>
        verb + 1 >= sentence.Tokens.Length || Gap(sentence, verb).AsSpan().ContainsAny(",;.") || Word(sentence, verb + 1) is "on" or "in" or "at" or "earlier" or "later" or "to";

    /// <summary>Whether what was said stands beside a verb that otherwise means something else.</summary>
    private static bool HasContent(AnalyzedSentence sentence, TextSpan subject, int verb)
    {
        if (sentence.QuoteSpans.Length > 0 || (verb + 1 < sentence.Tokens.Length && Gap(sentence, verb).Contains(':', StringComparison.Ordinal)))
            return true;
        var isInverted = subject.Start > sentence.Tokens[verb].Start;
        if (isInverted || Enumerable.Range(verb + 1, 4).Any(i => Word(sentence, i) == "that") || NamesAJudgement(sentence, verb))
            return true;
        if (sentence.Stems[verb] == Dismissing && Enumerable.Range(verb + 2, DismissedWithin).Any(i => Word(sentence, i) == "as"))
            return true;
        var first = sentence.TokenAt(subject.Start);
        var isParenthetical = first > 3 && Gap(sentence, first - 1).Contains(',', StringComparison.Ordinal) && EndsStatement(sentence, verb);
        if (isParenthetical || Word(sentence, verb + 1) is "with" or "to" or "by" or "in" or "from" or "for" or "at" or "into")
            return isParenthetical;
        for (var i = verb + 2; i < sentence.Tokens.Length && !Gap(sentence, i - 1).Contains(',', StringComparison.Ordinal); i++)
        {
            if (FiniteVerbs.IsAuxiliary(sentence.Tokens[i].Text) || IrregularForms.Lemma(sentence.Tokens[i].Text) != sentence.Tokens[i].Text)
                return true;
        }

        return false;
    }

    /// <summary>"Noted the importance of", "observed the lack of": what was judged, as a noun.</summary>
    private static bool NamesAJudgement(AnalyzedSentence sentence, int verb) =>
        Word(sentence, verb + 1) == "the" && Word(sentence, verb + 3) is "of" or "for" or "to"
        && (Word(sentence, verb + 2) is "need" or "lack" or "fact" or "role" || Array.Exists(AbstractEndings, e => Word(sentence, verb + 2).EndsWith(e, StringComparison.Ordinal)));

    /// <summary>The verb as printed: "called for" of "called on Twitter for".</summary>
    private static string VerbWords(AnalyzedSentence sentence, int verb, int last) =>
        sentence.Stems[verb] == "call" && last > verb + 1 ? $"{Raw(sentence, verb)} for" : sentence.Text[sentence.Tokens[verb].Start..sentence.Tokens[last].End];

    private static TextSpan Between(AnalyzedSentence sentence, int first, int last) => new(sentence.Tokens[first].Start, sentence.Tokens[last].End);

    private static string Raw(AnalyzedSentence sentence, int token) => sentence.Text[sentence.Tokens[token].Start..sentence.Tokens[token].End];

    private static string Word(AnalyzedSentence sentence, int token) => token >= 0 && token < sentence.Tokens.Length ? sentence.Tokens[token].Text : "";

    private static string Gap(AnalyzedSentence sentence, int token) =>
        token + 1 < sentence.Tokens.Length ? sentence.Text[sentence.Tokens[token].End..sentence.Tokens[token + 1].Start] : sentence.Text[sentence.Tokens[token].End..];

    private static FrozenSet<string> Stems(params string[] words) => words.Select(WordForms.StemAny).ToFrozenSet(StringComparer.Ordinal);
}
