using System.Collections.Immutable;
using System.Diagnostics;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Core.Evaluation;

/// <summary>
/// Scores rankings before any refusal: the gold paragraph among the ranked paragraphs, and a sentence of it that holds an answer
/// among the ranked sentences.
/// </summary>
/// <remarks>
/// Its unanswerable questions look answerable on purpose, so refusals are not counted at one threshold: the area under the curve
/// tells how well confidence parts the questions whose best sentence is right from all others, unanswerable ones included.
/// </remarks>
internal sealed class SquadScorer(QuestionAnswerer answerer, ArticleLibrary library)
{
    private const int ParagraphDepth = 5;
    private const int SentenceDepth = 3;

    private readonly record struct Place(string Article, int Paragraph);

    private sealed record Scored(SquadQuestion Question, int? ParagraphAt, int? SentenceAt, double Confidence, double Milliseconds, int? PlainParagraphAt, int? PlainSentenceAt)
    {
        public required string? Shown { get; init; }
    }

    public async Task<EvaluationReport> ScoreAsync(QuestionSet.Squad set, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var places = library.All
            .SelectMany(a => a.Article.Paragraphs.Select(p => (Place: new Place(a.Article.Id.Value, p.Index), a.Article, Paragraph: p)))
            .ToList();
        var plainParagraphs = new PlainBm25([.. places.Select(p => p.Paragraph.Span.In(p.Article.Text))]);
        var sentences = places.SelectMany(p => p.Paragraph.Sentences.Select(s => (p.Place, Text: s.Span.In(p.Article.Text)))).ToList();
        var plainSentences = new PlainBm25([.. sentences.Select(s => s.Text)]);

        var scored = new List<Scored>(set.Count);
        foreach (var question in set.Questions)
        {
            var request = new AskRequest(question.Question, ConversationState.Empty) { Hits = ParagraphDepth, Sentences = SentenceDepth };
            var start = Stopwatch.GetTimestamp();
            var result = await answerer.AskAsync(request, cancellationToken);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            var ranked = result.Sentences.Select(s => (new Place(s.Citation.Article.Id.Value, s.Citation.Paragraph.Index), s.Citation.Quote)).ToList();
            scored.Add(new Scored(
                question,
                ParagraphAt(question, [.. result.Hits.Select(h => new Place(h.Article.Value, h.Paragraph))]),
                SentenceAt(question, ranked),
                result.Confidence,
                time,
                ParagraphAt(question, [.. plainParagraphs.Rank(question.Question, ParagraphDepth).Select(i => places[i].Place)]),
                SentenceAt(question, [.. plainSentences.Rank(question.Question, SentenceDepth).Select(i => sentences[i])]))
            {
                Shown = ranked.Select(r => $"[{r.Item1.Article} {r.Item1.Paragraph}] {r.Quote}").FirstOrDefault(),
            });
            progress?.Report(scored.Count);
        }

        return new EvaluationReport
        {
            Format = set.Format,
            Questions = set.Count,
            Metrics = Metrics(scored),
            Outcomes = [.. scored.Where(s => s.Question.Answerable).Select(Outcome)],
        };
    }

    private static int? ParagraphAt(SquadQuestion question, List<Place> ranked)
    {
        var at = ranked.IndexOf(new Place(question.Article, question.Paragraph));
        return at < 0 ? null : at + 1;
    }

    private static int? SentenceAt(SquadQuestion question, List<(Place Place, string Text)> ranked)
    {
        var gold = new Place(question.Article, question.Paragraph);
        var at = ranked.FindIndex(s => s.Place == gold && question.Answers.Any(a => s.Text.Contains(a, StringComparison.Ordinal)));
        return at < 0 ? null : at + 1;
    }

    private static QuestionOutcome Outcome(Scored s) => new(
        s.Question.Id, s.Question.Question, Kind: null, s.SentenceAt is { } k ? $"right@{k}" : "wrong", s.SentenceAt != 1, s.Shown);

    private static ImmutableArray<EvaluationMetric> Metrics(List<Scored> scored)
    {
        var metrics = ImmutableArray.CreateBuilder<EvaluationMetric>();
        var answerable = scored.Where(s => s.Question.Answerable).ToList();
        metrics.Add(At("paragraph-recall@1", answerable, s => s.ParagraphAt <= 1, s => s.PlainParagraphAt <= 1));
        metrics.Add(At("paragraph-recall@5", answerable, s => s.ParagraphAt <= ParagraphDepth, s => s.PlainParagraphAt <= ParagraphDepth));
        metrics.Add(At("sentence@1", answerable, s => s.SentenceAt <= 1, s => s.PlainSentenceAt <= 1));
        metrics.Add(At("sentence@3", answerable, s => s.SentenceAt <= SentenceDepth, s => s.PlainSentenceAt <= SentenceDepth));
        var area = RankingMeasures.AreaUnderCurve([.. scored.Select(s => (s.Confidence, s.Question.Answerable && s.SentenceAt == 1))]);
        metrics.Add(new EvaluationMetric("confidence-auc", double.IsNaN(area) ? null : area));
        Latency.AddTo(metrics, [.. scored.Select(s => s.Milliseconds)]);
        return metrics.ToImmutable();
    }

    private static EvaluationMetric At(string name, List<Scored> of, Func<Scored, bool> ours, Func<Scored, bool> plain) =>
        EvaluationMetric.Share(name, of.Count(ours), of.Count) with { PlainBm25 = of.Count == 0 ? null : of.Count(plain) / (double)of.Count };
}
