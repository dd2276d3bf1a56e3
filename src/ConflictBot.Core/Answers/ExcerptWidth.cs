using System.Collections.Immutable;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Retrieval;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Answers;

/// <summary>How much of a paragraph is quoted: the sentence that was chosen, and the one beside it that likely holds the answer in its place.</summary>
/// <remarks>A logistic model, fitted to questions of which it is known which sentence answers (<c>eng/ConflictBot.Training width</c>).</remarks>
internal sealed class ExcerptWidth(SentenceAnalyzer analyzer, SpeakerAttributor attributor, SentenceJudge judge)
{
    /// <summary>A neighbour is quoted too where it is at least so likely that it answers and the chosen sentence does not.</summary>
    public const double Threshold = 0.03;

    /// <summary>Two sentences are quoted together only up to this many characters.</summary>
    private const int MostCharacters = 400;

    // From here on a sentence tells a reason; what came first is one more often than "because".
    private const double Reason = 0.5;

    private static readonly FeatureWeights<WidthFeature> Weights = FeatureWeights<WidthFeature>.Embedded("excerpt-width-weights.tsv");

    /// <summary>The first sentence to quote, by its place in the paragraph, and how many: 1 or 2.</summary>
    public (int First, int Count) Of(AnalyzedQuestion question, Evidence evidence)
    {
        var chosen = evidence.Sentence.Ordinal;
        var likely = Neighbours(question, evidence)
            .Select(n => (n.Neighbour.Sentence.Ordinal, Probability: Probability(n.Features)))
            .Where(n => n.Probability >= Threshold).ToList();
        return likely.Count == 0 ? (chosen, 1) : (Math.Min(chosen, likely.MaxBy(n => n.Probability).Ordinal), 2);
    }

    /// <summary>The sentences right before and after the chosen one that could be quoted with it, with their <see cref="WidthFeature"/>s.</summary>
    public IEnumerable<(Evidence Neighbour, double[] Features)> Neighbours(AnalyzedQuestion question, Evidence evidence)
    {
        var chosen = evidence.Sentence;
        var sentences = analyzer.Analyze(chosen.Article, chosen.Paragraph);
        foreach (var at in new[] { chosen.Ordinal - 1, chosen.Ordinal + 1 })
        {
            if (at < 0 || at >= sentences.Length || LengthOf(sentences, chosen.Ordinal, at) is var length && length > MostCharacters
                || IsOfAnotherVoice(chosen, sentences[at]))
                continue;
            var neighbour = judge.Judge(question, sentences[at], evidence[SentenceFeature.Index]);
            yield return (neighbour, Measure(evidence, neighbour, length));
        }
    }

    /// <summary>
    /// What somebody else says, or the article itself tells, is not quoted as the words of the one who is named beside it; but what a sentence points back to is quoted with it.
    /// </summary>
    private bool IsOfAnotherVoice(AnalyzedSentence chosen, AnalyzedSentence neighbour)
    {
        var (own, other) = (attributor.Attribute(chosen), attributor.Attribute(neighbour));
        var isPointedAt = other.IsEmpty && neighbour.Ordinal < chosen.Ordinal && SentenceJudge.OpensWithPronoun(chosen);
        return !own.IsEmpty && !isPointedAt && !own.Any(a => other.Any(o => o.Speaker == a.Speaker || (o.SideId is not null && o.SideId == a.SideId)));
    }

    private static double Probability(double[] features) => 1 / (1 + Math.Exp(-Weights.Score(features)));

    private static int LengthOf(ImmutableArray<AnalyzedSentence> sentences, int one, int other) =>
        sentences[Math.Max(one, other)].Sentence.Span.End - sentences[Math.Min(one, other)].Sentence.Span.Start;

    private static double[] Measure(Evidence chosen, Evidence neighbour, int length)
    {
        var features = new double[FeatureWeights<WidthFeature>.Count];
        var total = Math.Max(chosen.Coverage.Sum(c => c.Unit.Weight), double.Epsilon);
        var follows = neighbour.Sentence.Ordinal > chosen.Sentence.Ordinal;
        Set(WidthFeature.Bias, 1);
        Set(WidthFeature.Follows, follows ? 1 : 0);
        Set(WidthFeature.Adds, chosen.Coverage.Zip(neighbour.Coverage, (c, n) => Math.Max(0, n.Here - c.Here) * c.Unit.Weight).Sum() / total);
        Set(WidthFeature.Covered, chosen.Coverage.Sum(c => c.Here * c.Unit.Weight) / total);
        Set(WidthFeature.ScoreDifference, (neighbour.Score - chosen.Score) / 10);
        Set(WidthFeature.HoldsTheKind, Math.Max(0, Kind(neighbour) - Kind(chosen)));
        Set(WidthFeature.ReasonFollows, follows && GivesReason(neighbour) && !GivesReason(chosen) && TakesUp(chosen.Sentence, neighbour.Sentence) ? 1 : 0);
        Set(WidthFeature.PointsBack, !follows && SentenceJudge.OpensWithPronoun(chosen.Sentence) ? 1 : 0);
        Set(WidthFeature.GoesOn, follows && SentenceJudge.OpensWithPronoun(neighbour.Sentence) ? 1 : 0);
        Set(WidthFeature.Length, (double)length / MostCharacters);
        return features;

        void Set(WidthFeature feature, double value) => features[(int)feature] = value;
    }

    private static bool GivesReason(Evidence evidence) => evidence[SentenceFeature.TypeReason] >= Reason;

    /// <summary>It opens with a word that points back, or goes on about something the sentence before speaks of.</summary>
    private static bool TakesUp(AnalyzedSentence sentence, AnalyzedSentence next) =>
        SentenceJudge.OpensWithPronoun(next) || next.Tokens.Where((t, i) => !Language.StopWords.Contains(t.Text) && sentence.Has(next.Stems[i])).Any();

    /// <summary>How well the sentence fits the kind of answer; one of these at most is not 0.</summary>
    private static double Kind(Evidence evidence) =>
        new[]
        {
            SentenceFeature.TypeNumber, SentenceFeature.TypePerson, SentenceFeature.TypeRole, SentenceFeature.TypeDate, SentenceFeature.TypePlace,
            SentenceFeature.TypeSaid, SentenceFeature.TypeReason, SentenceFeature.TypeManner, SentenceFeature.TypeList, SentenceFeature.TypeDefinition,
        }.Max(f => evidence[f]);
}
