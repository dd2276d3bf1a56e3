using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Evaluation;

/// <summary>Asks the bot a question set and counts what was right.</summary>
/// <param name="answerer">The bot over the articles that news and SQuAD questions are about.</param>
/// <param name="library">Those articles.</param>
/// <param name="answererOver">Makes a bot over one article alone, for WikiQA's questions.</param>
public sealed class EvaluationRunner(
    QuestionAnswerer answerer, ArticleLibrary library, Func<Article, CancellationToken, Task<QuestionAnswerer>> answererOver)
{
    /// <param name="set">The questions.</param>
    /// <param name="progress">Told how many questions are done.</param>
    /// <param name="cancellationToken">Stops between questions.</param>
    public Task<EvaluationReport> RunAsync(QuestionSet set, IProgress<int>? progress, CancellationToken cancellationToken) => set switch
    {
        QuestionSet.News news => new NewsScorer(answerer, library).ScoreAsync(news, progress, cancellationToken),
        QuestionSet.Squad squad => new SquadScorer(answerer, library).ScoreAsync(squad, progress, cancellationToken),
        QuestionSet.WikiQa wiki => new WikiQaScorer(answererOver).ScoreAsync(wiki, progress, cancellationToken),
        QuestionSet.Speakers speakers => Task.FromResult(new SpeakerScorer(answerer, library).Score(speakers, progress, cancellationToken)),
        _ => throw new ArgumentOutOfRangeException(nameof(set)),
    };

    /// <summary>Why these articles can't be what the questions are about, or null.</summary>
    public string? Mismatch(QuestionSet set) => set switch
    {
        QuestionSet.Squad squad when squad.Questions.FirstOrDefault(q => library.Find(new ArticleId(q.Article)) is null) is { } missing =>
            $"The questions are about an article '{missing.Article}' that is not loaded: give the articles with --articles.",
        QuestionSet.News news when news.Questions.SelectMany(q => q.AllOf).SelectMany(g => g).FirstOrDefault(e => !IsHeld(e)) is { Document: not null } missing =>
            $"The questions expect '{missing.Text}' in an article '{missing.Document}…' that is not loaded, or does not say so.",
        QuestionSet.Speakers speakers when speakers.Labels.Select(l => new ExpectedText(l.Document, l.Text)).FirstOrDefault(e => !IsHeld(e)) is { Document: not null } missing =>
            $"The labels name a sentence '{missing.Text}' in an article '{missing.Document}…' that is not loaded, or does not say so.",
        _ => null,
    };

    private bool IsHeld(ExpectedText expected) => library.All.Any(a =>
        a.Article.Id.Value.StartsWith(expected.Document, StringComparison.Ordinal)
        && Whitespace.Collapse(a.Article.Text).Contains(Whitespace.Collapse(expected.Text), StringComparison.Ordinal));
}
