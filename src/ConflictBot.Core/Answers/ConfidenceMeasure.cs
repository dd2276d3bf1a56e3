using System.Collections.Immutable;
using System.Globalization;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Measures of a judged sentence whether it answers.</summary>
internal static class ConfidenceMeasure
{
    // A thing that neither the sentence nor what stands right around it speaks of.
    private const double Absent = 0.3;

    // A thing the sentence does speak of, by whatever words.
    private const double Present = 0.5;

    // A thing that the sentence, or what stands right around it, speaks of.
    private const double Near = 0.4;

    // What a person said is told with a word of saying; what a state or body holds often is not.
    private const double OfAPerson = 2;

    // A plain word that stands in no article tells little of what does: its rarity is no weight.
    private const double MostUnknownWeight = 1.5;

    /// <summary>By <see cref="ConfidenceFeature"/>.</summary>
    public static double[] Of(AnalyzedQuestion question, Evidence evidence)
    {
        var features = new double[FeatureWeights<ConfidenceFeature>.Count];
        Set(ConfidenceFeature.Bias, 1);
        Coverage(evidence.Coverage, Set);
        var unspoken = WithoutSpeech(question, evidence);
        Missing(unspoken, question.Language == QuestionLanguage.English, question.Type == AnswerType.YesNo, Set);
        Elsewhere(question.Type, evidence.Sentence, unspoken, Set);
        Shape(question, evidence, Set);
        Set(ConfidenceFeature.Denied, DeedReality.IsDenied(question, evidence) ? 1 : 0);
        Set(ConfidenceFeature.Unreal, DeedReality.IsOnlyWanted(question, evidence) ? 1 : 0);
        Set(ConfidenceFeature.OtherTime, Math.Max(0, -evidence[SentenceFeature.Time]));
        Set(ConfidenceFeature.SameTime, Math.Max(0, evidence[SentenceFeature.Time]));
        Set(ConfidenceFeature.YearElsewhere, evidence[SentenceFeature.Time] <= 0 && AsksForAnotherYear(question, evidence.Sentence) ? 1 : 0);
        Set(ConfidenceFeature.OtherSide, evidence[SentenceFeature.SideConflicts]);
        Set(ConfidenceFeature.Pairs, evidence[SentenceFeature.Pairs]);
        Set(ConfidenceFeature.Densest, evidence[SentenceFeature.Densest]);
        Set(ConfidenceFeature.NearAnswer, evidence[SentenceFeature.NearAnswer]);
        Set(ConfidenceFeature.Score, evidence.Score / 10);
        Set(ConfidenceFeature.Length, Math.Log(1 + question.Units.Length));
        return features;

        void Set(ConfidenceFeature feature, double value) => features[(int)feature] = value;
    }

    /// <summary>Where somebody's words are asked for and told, the question's word for saying ("promise") is told too, whatever the article calls it.</summary>
    private static ImmutableArray<UnitCoverage> WithoutSpeech(AnalyzedQuestion question, Evidence evidence) =>
        question.Type == AnswerType.Said && question.HasSpeaker && evidence[SentenceFeature.TypeSaid] >= Present
            ? evidence.Coverage.RemoveAll(c => c.Unit.Entity is null && WordLists.ReportingVerbs.Contains(c.Unit.Stem)) : evidence.Coverage;

    private static void Coverage(ImmutableArray<UnitCoverage> coverage, Action<ConfidenceFeature, double> set)
    {
        var total = coverage.Sum(c => Weight(c.Unit));
        if (total <= 0)
            return;
        set(ConfidenceFeature.Covered, coverage.Sum(c => c.Here * Weight(c.Unit)) / total);
        set(ConfidenceFeature.CoveredAround, coverage.Sum(c => Math.Max(c.Here, c.WithContext) * Weight(c.Unit)) / total);
        set(ConfidenceFeature.Exact, coverage.Count(c => c.Here >= 0.99) / (double)coverage.Length);
        var spoken = coverage.Count(c => c.Here >= Present);
        set(ConfidenceFeature.Spoken, spoken / (double)coverage.Length);
        set(ConfidenceFeature.Several, Math.Min(spoken, 4) / 4d);
        set(ConfidenceFeature.AllSpoken, spoken == coverage.Length ? 1 : 0);
    }

    private static double Weight(QuestionUnit unit) => unit is { Unknown: true, IsName: false } ? Math.Min(unit.Weight, MostUnknownWeight) : unit.Weight;

    private static bool IsAskedAbout(QuestionUnit unit) => unit.Role is not (UnitRole.Saying or UnitRole.Topic or UnitRole.Whose);

    private static void Missing(ImmutableArray<UnitCoverage> coverage, bool isAsTyped, bool asksYesOrNo, Action<ConfidenceFeature, double> set)
    {
        var missing = coverage.Where(c => c.WithContext < Absent && IsAskedAbout(c.Unit)).Select(c => c.Unit).ToList();
        var words = missing.FindAll(u => !u.IsName && u.Role != UnitRole.Focus);
        var focus = missing.FindAll(u => !u.IsName && u.Role == UnitRole.Focus);
        set(ConfidenceFeature.RarestMissing, missing.Select(u => u.Weight).DefaultIfEmpty(0).Max() / 6);
        set(ConfidenceFeature.NameUnknown, missing.Exists(u => u is { IsName: true, Unknown: true }) || (isAsTyped && missing.Exists(u => IsUnknownThing(u, missing, asksYesOrNo))) ? 1 : 0);
        set(ConfidenceFeature.NamesMissing, Math.Min(2, missing.Count(u => u is { IsName: true, Unknown: false, IsAdjective: false })));
        set(ConfidenceFeature.NamesInArticle, Math.Min(2, coverage.Count(c => missing.Contains(c.Unit) && c.Unit is { IsName: true, Unknown: false, IsAdjective: false } && c.InArticle >= Present)));
        set(ConfidenceFeature.FocusUnknown, focus.Exists(u => u.Unknown) ? 1 : 0);
        set(ConfidenceFeature.FocusMissing, focus.Exists(u => !u.Unknown) ? 1 : 0);
        set(ConfidenceFeature.WordsUnknown, Math.Min(3, words.Count(u => u.Unknown)));
        set(ConfidenceFeature.WordsMissing, Math.Min(4, words.Count(u => !u.Unknown)));
    }

    /// <summary>"Football match": one thing in two words, of which the articles have neither. Whether somebody did something with a thing is not told by a sentence without it either.</summary>
    private static bool IsUnknownThing(QuestionUnit unit, List<QuestionUnit> missing, bool asksYesOrNo) =>
        unit.Unknown && missing.Exists(next => (next.Unknown || (asksYesOrNo && !next.IsName)) && next.Span.Start - unit.Span.End == 1);

    private static bool AsksForAnotherYear(AnalyzedQuestion question, AnalyzedSentence sentence)
    {
        var years = question.Words.Where(w => CalendarWords.IsYear(w.Stem)).Select(w => w.Stem).ToList();
        var published = sentence.Article.Metadata.Published?.Range;
        return years.Count > 0 && !years.Exists(y => sentence.Text.Contains(y, StringComparison.Ordinal)
            || (published is { } range && int.Parse(y, CultureInfo.InvariantCulture) is var year && range.From.Year <= year && year <= range.To.Year));
    }

    private static void Elsewhere(AnswerType type, AnalyzedSentence sentence, ImmutableArray<UnitCoverage> coverage, Action<ConfidenceFeature, double> set)
    {
        var content = coverage.Where(c => !c.Unit.IsName && IsAskedAbout(c.Unit)).ToList();
        set(ConfidenceFeature.NamesAlone, content.Count > 0 && content.TrueForAll(c => c.WithContext < Near) ? 1 : 0);
        set(ConfidenceFeature.ContentUnknown, content.Count == 0 ? 0 : content.Count(c => c.Unit.Unknown && c.Here < Present) / (double)content.Count);
        set(ConfidenceFeature.ContentElsewhere, type is not (AnswerType.Said or AnswerType.Position) && content.Count > 0 && content.TrueForAll(c => c.Here < Present) ? 1 : 0);
        set(ConfidenceFeature.RarestNameElsewhere, coverage.Where(c => c.Unit.IsName && c.Here < Present).Select(c => c.Unit.Weight).DefaultIfEmpty(0).Max() / 6);
        set(ConfidenceFeature.FocusElsewhere, content.Exists(c => c.Unit.Role == UnitRole.Focus && c.Here < Present) ? 1 : 0);
        set(ConfidenceFeature.PlaceElsewhere, coverage.Any(c => c.Unit.Entity is { Kind: EntityKind.Place or EntityKind.Organisation } && c.Here < Present) ? 1 : 0);
        var isOtherState = coverage.Any(c => c.Unit.Entity is { Kind: EntityKind.State } && c.Here < Present)
            && sentence.Mentions.Any(m => m.Entry.Kind is EntityKind.State or EntityKind.Organisation && AccusationText.SideOf(m) is { } side && PartyNames.IsState(side))
            && !coverage.Any(c => c.Unit.Entity is { Kind: EntityKind.State } && c.Here >= Present);
        set(ConfidenceFeature.OtherState, isOtherState ? 1 : 0);
    }

    /// <summary>What a question's type makes likely by itself: articles seldom tell why, and often how many.</summary>
    private static ConfidenceFeature? OfType(AnswerType type) => type switch
    {
        AnswerType.HowMany => ConfidenceFeature.AsksHowMany,
        AnswerType.When or AnswerType.HowLong => ConfidenceFeature.AsksWhen,
        AnswerType.Where => ConfidenceFeature.AsksWhere,
        AnswerType.Who => ConfidenceFeature.AsksWho,
        AnswerType.Why => ConfidenceFeature.AsksWhy,
        AnswerType.How => ConfidenceFeature.AsksHow,
        AnswerType.Said => ConfidenceFeature.AsksWhatWasSaid,
        AnswerType.YesNo => ConfidenceFeature.AsksWhether,
        AnswerType.What => ConfidenceFeature.AsksWhat,
        AnswerType.Which => ConfidenceFeature.AsksWhich,
        AnswerType.Name => ConfidenceFeature.AsksForAName,
        _ => null,
    };

    /// <summary>What is missing of the answer's kind: a number where one is asked for, a date, the speaker's words.</summary>
    private static void Shape(AnalyzedQuestion question, Evidence evidence, Action<ConfidenceFeature, double> set)
    {
        if (OfType(question.Type) is { } asked)
            set(asked, 1);
        switch (question.Type)
        {
            case AnswerType.HowMany:
                set(evidence[SentenceFeature.TypeNumber] < 0.35 ? ConfidenceFeature.NoNumber : ConfidenceFeature.LooseNumber, evidence[SentenceFeature.TypeNumber] < 0.7 ? 1 : 0);
                break;
            case AnswerType.When or AnswerType.HowLong:
                set(ConfidenceFeature.NoDate, evidence[SentenceFeature.TypeDate] > 0 ? 0 : 1);
                break;
            case AnswerType.Who or AnswerType.Name when question.Role is not null:
                set(evidence[SentenceFeature.TypeHolder] > 0 ? ConfidenceFeature.Holder : ConfidenceFeature.NoHolder, 1);
                break;
            case AnswerType.Who when AnswerShape.AsksWhoSaid(question) && evidence[SentenceFeature.TypePerson] <= 0:
                set(ConfidenceFeature.NotSaid, 1);
                break;
            case AnswerType.Who:
                set(ConfidenceFeature.NoPerson, AnswerShape.NamesAnAgent(question, evidence.Sentence) ? 0 : 1);
                break;
            case AnswerType.WhoIs:
                set(ConfidenceFeature.NoPerson, evidence[SentenceFeature.TypeRole] > 0 ? 0 : 1);
                break;
            case AnswerType.Name:
                set(ConfidenceFeature.NoName, 1 - evidence[SentenceFeature.TypePerson]);
                break;
            case AnswerType.Which when question.Focus.Any(f => WordLists.ThingNouns.Contains(f.Stem)):
                set(ConfidenceFeature.NoName, AnswerShape.NamesAThing(question, evidence.Sentence) ? 0 : 1);
                break;
            case AnswerType.Where:
                set(ConfidenceFeature.NoPlace, 1 - evidence[SentenceFeature.TypePlace]);
                break;
            case AnswerType.How:
                set(ConfidenceFeature.Manner, evidence[SentenceFeature.TypeManner]);
                break;
            case AnswerType.Why:
                set(ConfidenceFeature.Reason, evidence[SentenceFeature.TypeReason]);
                break;
            case AnswerType.Said or AnswerType.Position when question.HasSpeaker && evidence[SentenceFeature.TypeSaid] < Present:
                set(MaybeSaid(question, evidence) ? ConfidenceFeature.MaybeSaid : ConfidenceFeature.NotSaid, question.Speaker is { Kind: EntityKind.Person } ? OfAPerson : 1);
                break;
        }
    }

    /// <summary>
    /// A quotation in a sentence that names the speaker is likely theirs, however the sentence is built; and what a state "says" an article also tells
    /// without a verb of saying ("Russia, which …, has urged").
    /// </summary>
    private static bool MaybeSaid(AnalyzedQuestion question, Evidence evidence) =>
        (evidence.Sentence.QuoteSpans.Length > 0 || question.Speaker is { Kind: not EntityKind.Person })
        && evidence.Coverage.Any(c => c.Here >= 0.9 && (question.Speaker is { } speaker ? c.Unit.Entity?.Id == speaker.Id : c.Unit.Stem == question.SpeakerWord?.Stem));
}
