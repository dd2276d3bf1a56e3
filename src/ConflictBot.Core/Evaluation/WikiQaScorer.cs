using System.Collections.Immutable;
using System.Diagnostics;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Core.Evaluation;

/// <summary>Ranks each question's own sentences, before any refusal; questions without a relevant sentence say nothing about a ranking and are left out.</summary>
internal sealed class WikiQaScorer(Func<Article, CancellationToken, Task<QuestionAnswerer>> answererOver)
{
    private sealed record Scored(QuestionOutcome Outcome, double AveragePrecision, bool First, double PlainAveragePrecision, bool PlainFirst, double Milliseconds);

    public async Task<EvaluationReport> ScoreAsync(QuestionSet.WikiQa set, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var scored = new List<Scored>();
        for (var i = 0; i < set.Count; i++)
        {
            if (!set.Questions[i].Relevant.IsEmpty)
                scored.Add(await ScoreAsync(set.Questions[i], $"line{i + 1}", cancellationToken));
            progress?.Report(i + 1);
        }

        return new EvaluationReport
        {
            Format = set.Format,
            Questions = set.Count,
            Metrics = Metrics(scored),
            Outcomes = [.. scored.Select(s => s.Outcome)],
        };
    }

    private async Task<Scored> ScoreAsync(WikiQaQuestion question, string id, CancellationToken cancellationToken)
    {
        var bot = await answererOver(WikiQaArticle.Of(question), cancellationToken);
        var request = new AskRequest(question.Question, ConversationState.Empty) { Sentences = question.Sentences.Length };
        var start = Stopwatch.GetTimestamp();
        var result = await bot.AskAsync(request, cancellationToken);
        var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;

        var relevant = question.Relevant.ToHashSet();
        var ours = Complete(result.Sentences.Select(s => s.Citation.Paragraph.Index), question.Sentences.Length);
        var plain = Complete(new PlainBm25(question.Sentences).Rank(question.Question, question.Sentences.Length), question.Sentences.Length);
        var rank = ours.FindIndex(relevant.Contains) + 1;
        return new Scored(
            new QuestionOutcome(id, question.Question, Kind: null, $"right@{rank}", rank > 1, question.Sentences[ours[0]]),
            RankingMeasures.AveragePrecision(ours, relevant), rank == 1,
            RankingMeasures.AveragePrecision(plain, relevant), relevant.Contains(plain[0]), time);
    }

    /// <summary>The ranking, and after it whatever it left out, in the given order: a measure over a whole list needs a whole list.</summary>
    private static List<int> Complete(IEnumerable<int> ranking, int count) => [.. ranking.Union(Enumerable.Range(0, count))];

    private static ImmutableArray<EvaluationMetric> Metrics(List<Scored> scored)
    {
        var metrics = ImmutableArray.CreateBuilder<EvaluationMetric>();
        if (scored.Count > 0)
        {
            metrics.Add(new EvaluationMetric("map", scored.Average(s => s.AveragePrecision))
            {
                Of = scored.Count,
                PlainBm25 = scored.Average(s => s.PlainAveragePrecision),
            });
        }

        metrics.Add(EvaluationMetric.Share("precision@1", scored.Count(s => s.First), scored.Count) with
        {
            PlainBm25 = scored.Count == 0 ? null : scored.Count(s => s.PlainFirst) / (double)scored.Count,
        });
        Latency.AddTo(metrics, [.. scored.Select(s => s.Milliseconds)]);
        return metrics.ToImmutable();
    }
}
