using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Tests.Answers;

/// <summary>The bot over the five seeds, with a data folder of its own; one for all tests of a class.</summary>
public sealed class SeedsBot : IAsyncLifetime
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), "conflictbot-" + Path.GetRandomFileName());
    private RunningBot? _bot;

    internal RunningBot Bot => _bot ?? throw new InvalidOperationException("The bot has not started.");

    public async Task InitializeAsync() =>
        _bot = await ConflictBotBuilder.StartBotAsync([new("Data:Directory", _data)], null, null, CancellationToken.None);

    public Task<AskResult> AskAsync(string question) => AskAsync(question, ConversationState.Empty);

    public Task<AskResult> AskAsync(string question, ConversationState conversation) =>
        Bot.Answerer.AskAsync(new AskRequest(question, conversation), CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
        if (Directory.Exists(_data))
            Directory.Delete(_data, recursive: true);
    }
}
