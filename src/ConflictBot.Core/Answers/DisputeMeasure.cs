using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>Measures whether two parties' accounts are a dispute about what is asked.</summary>
/// <param name="question">The question.</param>
/// <param name="best">The best sentence found.</param>
/// <param name="bestIsNobodys">Whether that is nobody's words.</param>
internal sealed class DisputeMeasure(AnalyzedQuestion question, Evidence best, bool bestIsNobodys)
{
    private const double Counted = 0.55;

    private readonly bool _asksWhether = Asks.YesOrNo(question.Text);
    private readonly int _statesNamed = question.Entities.Select(u => u.StandsFor?.Id ?? u.Entity!.Id).Where(PartyNames.IsState).Distinct(StringComparer.Ordinal).Count();

    /// <summary>The features of a pair, by <see cref="DisputeFeature"/>.</summary>
    public double[] Of(Account better, Account worse)
    {
        var features = new double[FeatureWeights<DisputeFeature>.Count];
        var (a, b) = (better.Evidence, worse.Evidence);
        Set(DisputeFeature.Bias, 1);
        Set(DisputeFeature.LikelierAnswers, Math.Max(better.Confidence, worse.Confidence));
        Set(DisputeFeature.UnlikelierAnswers, Math.Min(better.Confidence, worse.Confidence));
        Set(DisputeFeature.BetterScore, Math.Clamp(a.Score / Math.Max(1, best.Score), -1, 1));
        Set(DisputeFeature.WorseScore, Math.Clamp(b.Score / Math.Max(1, best.Score), -1, 1));
        Set(DisputeFeature.BothCover, Math.Min(better.Covered.Here, worse.Covered.Here));
        Set(DisputeFeature.BothCoverAround, Math.Min(better.Covered.Around, worse.Covered.Around));
        Set(DisputeFeature.OtherTime, Math.Max(0, -Math.Min(a[SentenceFeature.Time], b[SentenceFeature.Time])));
        Is(DisputeFeature.NameMissing, better.MissesAName || worse.MissesAName);
        Set(DisputeFeature.WordMissing, RarestMissing(better, worse) / 6);
        var between = Math.Abs(a.Sentence.Sentence.Index - b.Sentence.Sentence.Index);
        var isOneArticle = a.Sentence.Article.Id == b.Sentence.Article.Id;
        Is(DisputeFeature.SameParagraph, isOneArticle && a.Sentence.Paragraph.Index == b.Sentence.Paragraph.Index);
        Set(DisputeFeature.Nearness, isOneArticle ? 1d / between : 0);
        Is(DisputeFeature.Neighbours, isOneArticle && between == 1);
        Is(DisputeFeature.LikeBodies, AreLikeBodies(better, worse));
        Is(DisputeFeature.TwoArticles, !isOneArticle);
        Set(DisputeFeature.SharedWords, SharedWords(better.OwnWords, worse.OwnWords));
        Is(DisputeFeature.Contradicts, better.Contradicts || worse.Contradicts);
        Is(DisputeFeature.Negates, better.Negates || worse.Negates);
        Is(DisputeFeature.TellsOfADispute, isOneArticle && (better.TellsOfADispute || worse.TellsOfADispute));
        Is(DisputeFeature.Contrasts, isOneArticle && Contrasts(a.Sentence.Sentence.Index > b.Sentence.Sentence.Index ? a.Sentence : b.Sentence));
        Is(DisputeFeature.BothAccuse, better.Accuses && worse.Accuses);
        var (blames, isBlamed) = (Blames(better, worse.Side), Blames(worse, better.Side));
        Is(DisputeFeature.BlameEachOther, blames && isBlamed);
        Is(DisputeFeature.OneBlamesTheOther, blames != isBlamed);
        Is(DisputeFeature.NamesFault, AccusationText.NamesFault(a.Sentence, better.Attribution) || AccusationText.NamesFault(b.Sentence, worse.Attribution));
        Is(DisputeFeature.SameTime, a[SentenceFeature.Time] > 0 && b[SentenceFeature.Time] > 0);
        Is(DisputeFeature.IsBest, a.Sentence == best.Sentence || b.Sentence == best.Sentence);
        Is(DisputeFeature.BestIsNobodys, bestIsNobodys);
        var differ = question.Type == AnswerType.HowMany && NumbersDiffer(a, b);
        Set(DisputeFeature.NumbersDiffer, differ ? Math.Min(better.Confidence, worse.Confidence) : 0);
        Is(DisputeFeature.NumbersDoNot, question.Type == AnswerType.HowMany && !differ);
        Is(DisputeFeature.AsksBothSides, question.Type == AnswerType.BothSides);
        Is(DisputeFeature.AsksWhether, _asksWhether);
        Is(DisputeFeature.AsksWhy, question.Type == AnswerType.Why);
        Is(DisputeFeature.AsksPlainFact, question.Type is AnswerType.When or AnswerType.HowLong or AnswerType.Where or AnswerType.Definition or AnswerType.Name);
        Is(DisputeFeature.NamesOneState, _statesNamed == 1);
        Is(DisputeFeature.NamesTwoStates, _statesNamed > 1);
        return features;

        void Set(DisputeFeature feature, double value) => features[(int)feature] = value;
        void Is(DisputeFeature feature, bool value) => Set(feature, value ? 1 : 0);
    }

    private static double RarestMissing(Account better, Account worse) =>
        better.WordsMissing.Intersect(worse.WordsMissing).Select(u => u.Weight).DefaultIfEmpty(0).Max();

    private static bool AreLikeBodies(Account a, Account b) =>
        LastWord(a.Attribution.Speaker).Equals(LastWord(b.Attribution.Speaker), StringComparison.OrdinalIgnoreCase) && SpeakerNames.IsBody(LastWord(a.Attribution.Speaker).ToLowerInvariant());

    private static string LastWord(string speaker) => speaker[(speaker.LastIndexOf(' ') + 1)..];

    private static bool Blames(Account account, string other) =>
        AccusationText.Accusations(account.Sentence, account.Attribution) > 0
        && (AccusationText.BlamesOther(account.Sentence, account.Attribution, other) || AccusationText.BlamesUnnamed(account.Sentence, account.Attribution));

    private static double SharedWords(HashSet<string> one, HashSet<string> other) =>
        one.Count == 0 || other.Count == 0 ? 0 : one.Count(other.Contains) / (double)Math.Min(one.Count, other.Count);

    private static bool Contrasts(AnalyzedSentence later) =>
        later.Tokens.Take(4).Any(t => t.Text is "but" or "however" or "while" or "whereas" or "meanwhile" or "instead" or "another" or "other" or "different" or "contrary" or "turn" or "part" or "yet" or "though" or "although" or "response");

    private bool NumbersDiffer(Evidence a, Evidence b) => NumberIn(a) is { } one && NumberIn(b) is { } other && !one.Agrees(other);

    private Quantity? NumberIn(Evidence evidence) =>
        CountedNumbers.Of(question, evidence.Sentence, mayCountPeople: true).Where(c => c.Fit >= Counted && !c.Quantity.IsVague).Select(c => c.Quantity).FirstOrDefault();
}
