using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Evaluation;
using ConflictBot.Loading;

namespace ConflictBot;

/// <summary>The bot with its articles loaded, for the verbs that need no server.</summary>
internal sealed class RunningBot(ServiceProvider services, LoadReport report) : IAsyncDisposable
{
    /// <summary>What was loaded, and what could not be.</summary>
    public LoadReport Report => report;

    public QuestionAnswerer Answerer => services.GetRequiredService<QuestionAnswerer>();

    /// <summary>An evaluation of this bot.</summary>
    public EvaluationRunner CreateEvaluation() =>
        new(Answerer, services.GetRequiredService<ArticleLibrary>(), services.GetRequiredService<AnswererFactory>().OverAsync);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
