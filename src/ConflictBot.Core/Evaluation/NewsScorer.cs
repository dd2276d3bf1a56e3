using System.Collections.Immutable;
using System.Diagnostics;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Core.Evaluation;

/// <summary>Scores answers as a reader sees them: what is shown, in which order, and what is refused.</summary>
internal sealed class NewsScorer(QuestionAnswerer answerer, ArticleLibrary library)
{
    private const int Deepest = 3;

    /// <summary>A longer excerpt would be right by showing everything.</summary>
    private const int MostSentences = 2;

    private sealed record Scored(NewsQuestion Question, QuestionOutcome Outcome, int? RightAt, bool Refused, int? PlainRightAt, double Milliseconds);

    public async Task<EvaluationReport> ScoreAsync(QuestionSet.News set, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        var sentences = Sentences();
        var plain = new PlainBm25([.. sentences.Select(s => s.Text)]);
        var conversations = new Dictionary<string, ConversationState>(StringComparer.Ordinal);
        var scored = new List<Scored>(set.Count);
        foreach (var question in set.Questions)
        {
            var state = question.Thread is null ? ConversationState.Empty : conversations.GetValueOrDefault(question.Thread, ConversationState.Empty);
            var start = Stopwatch.GetTimestamp();
            var result = await answerer.AskAsync(new AskRequest(question.Question, state), cancellationToken);
            var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            if (question.Thread is not null)
                conversations[question.Thread] = result.Conversation;
            scored.Add(Score(question, result.Answer, time) with
            {
                PlainRightAt = RightAt(question, [.. plain.Rank(question.Question, Deepest).Select(i => sentences[i])]),
            });
            progress?.Report(scored.Count);
        }

        return new EvaluationReport
        {
            Format = set.Format,
            Questions = set.Count,
            Metrics = Metrics(scored),
            Outcomes = [.. scored.Select(s => s.Outcome)],
        };
    }

    /// <summary>The number of first excerpts that satisfy every group of evidence, 1 to 3, or null.</summary>
    internal static int? RightAt(NewsQuestion question, IReadOnlyList<(string Document, string Text)> shown)
    {
        for (var k = 1; k <= Math.Min(Deepest, shown.Count); k++)
        {
            if (question.AllOf.All(group => group.Any(expected => shown.Take(k).Any(s => Shows(s, expected)))))
                return k;
        }

        return null;
    }

    private static bool Shows((string Document, string Text) shown, ExpectedText expected)
    {
        if (!shown.Document.StartsWith(expected.Document, StringComparison.Ordinal))
            return false;
        var (text, wanted) = (Whitespace.Collapse(shown.Text), Whitespace.Collapse(expected.Text));
        return text.Contains(wanted, StringComparison.Ordinal) || (text.Length > 0 && wanted.Contains(text, StringComparison.Ordinal));
    }

    private static Scored Score(NewsQuestion question, Answer answer, double milliseconds)
    {
        var refused = answer is NoAnswer;
        // An excerpt that is too long still takes its place, but shows nothing.
        var shown = answer.Claims
            .Select(c => (c.Citation.Article.Id.Value, c.Citation.SentenceCount <= MostSentences ? c.Citation.Quote : ""))
            .ToList();
        var asDemanded = question.Kind != NewsQuestion.Contested || answer is DisputedAnswer;
        var rightAt = question.Answerable && asDemanded ? RightAt(question, shown) : null;
        var (outcome, missed) = (question.Answerable, rightAt, refused) switch
        {
            (false, _, _) => refused ? ("refused", false) : ("answered", true),
            (true, { } k, _) => ($"right@{k}", k > 1 && question.Kind != NewsQuestion.Contested),
            (true, null, true) => ("refused", true),
            _ => ("wrong", true),
        };
        var first = answer is NoAnswer none ? none.Reason.ToString() : shown.Select(s => $"[{s.Value}] {Whitespace.Collapse(s.Item2)}").FirstOrDefault();
        return new Scored(question, new QuestionOutcome(question.Id, question.Question, question.Kind, outcome, missed, first), rightAt, refused, null, milliseconds);
    }

    private List<(string Document, string Text)> Sentences() =>
    [
        .. library.All.SelectMany(a => a.Article.Paragraphs.Where(p => !p.IsHeading)
            .SelectMany(p => p.Sentences.Select(s => (a.Article.Id.Value, s.Span.In(a.Article.Text))))),
    ];

    private static ImmutableArray<EvaluationMetric> Metrics(List<Scored> scored)
    {
        var metrics = ImmutableArray.CreateBuilder<EvaluationMetric>();
        var answerable = scored.Where(s => s.Question.Answerable).ToList();
        metrics.Add(RightAt("right@1", answerable, 1));
        metrics.Add(RightAt("right@3", answerable, Deepest));
        var unanswerable = scored.Where(s => !s.Question.Answerable).ToList();
        metrics.Add(EvaluationMetric.Share("refused-rightly", unanswerable.Count(s => s.Refused), unanswerable.Count));
        metrics.Add(EvaluationMetric.Share("refused-wrongly", answerable.Count(s => s.Refused), answerable.Count) with { LowerIsBetter = true });
        metrics.Add(RightAt("disputes@3", [.. answerable.Where(s => s.Question.Kind == NewsQuestion.Contested)], Deepest));
        var followUps = answerable.Where(s => s.Question.Kind == NewsQuestion.FollowUp).ToList();
        metrics.Add(RightAt("follow-ups@1", followUps, 1));
        metrics.Add(RightAt("follow-ups@3", followUps, Deepest));
        foreach (var kind in answerable.GroupBy(s => s.Question.Kind).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            // Two sides never stand in one excerpt.
            if (kind.Key is not (NewsQuestion.Contested or NewsQuestion.FollowUp))
                metrics.Add(RightAt($"{kind.Key}@1", [.. kind], 1));
            if (kind.Key is not (NewsQuestion.Contested or NewsQuestion.FollowUp))
                metrics.Add(RightAt($"{kind.Key}@3", [.. kind], Deepest));
        }

        Latency.AddTo(metrics, [.. scored.Select(s => s.Milliseconds)]);
        return metrics.ToImmutable();
    }

    private static EvaluationMetric RightAt(string name, List<Scored> of, int k) =>
        EvaluationMetric.Share(name, of.Count(s => s.RightAt <= k), of.Count) with
        {
            PlainBm25 = of.Count == 0 ? null : of.Count(s => s.PlainRightAt <= k) / (double)of.Count,
        };
}
