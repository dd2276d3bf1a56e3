using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.DirectLine;

/// <summary>The bot's side of a conversation: it greets, it types, it answers one message after the other.</summary>
internal sealed partial class DirectLineBot(
    QuestionAnswerer answerer,
    IConversationStore states,
    Greeting greeting,
    IHostApplicationLifetime lifetime,
    ILogger<DirectLineBot> logger)
{
    public const string Channel = "directline";

    /// <summary>Greets, unless it has.</summary>
    public async Task GreetAsync(DirectLineConversation conversation, CancellationToken cancellationToken)
    {
        var introduction = await greeting.GetAsync(cancellationToken);
        if (conversation.TryGreet())
            conversation.Append(WebChatActivityRenderer.Render(introduction.Words, introduction.Questions, conversation.Site));
    }

    /// <summary>Takes a message; the answer comes later. Null where too many wait already.</summary>
    public string? Take(DirectLineConversation conversation, IncomingActivity message)
    {
        var id = conversation.Accept(message, out var startAnswering);
        if (startAnswering)
            _ = Task.Run(() => AnswerWaitingAsync(conversation, lifetime.ApplicationStopping), CancellationToken.None);
        return id;
    }

    private async Task AnswerWaitingAsync(DirectLineConversation conversation, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested && conversation.Next() is { } waiting)
        {
            try
            {
                await AnswerAsync(conversation, waiting, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // One message that can't be answered must not silence the rest of the conversation.
                Log.AnswerFailed(logger, e, conversation.Id);
                conversation.Append(WebChatActivityRenderer.Render(UiText.AnswerFailed, [], conversation.Site));
            }
        }
    }

    private async Task AnswerAsync(DirectLineConversation conversation, WaitingMessage waiting, CancellationToken cancellationToken)
    {
        conversation.Append(Activities.Typing(), transient: true);
        var key = new ConversationKey(Channel, conversation.Id);
        var state = await states.GetAsync(key, cancellationToken);
        Log.Asked(logger, waiting.Message.Text);
        var result = await answerer.AskAsync(new AskRequest(waiting.Message.Text, state), cancellationToken);
        await states.SetAsync(key, result.Conversation, cancellationToken);
        var activity = WebChatActivityRenderer.Render(result.Answer, conversation.Site);
        activity["replyToId"] = waiting.Id;
        conversation.Append(activity);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "A message of conversation {Conversation} could not be answered")]
        public static partial void AnswerFailed(ILogger logger, Exception exception, string conversation);

        [LoggerMessage(EventId = 3102, Level = LogLevel.Debug, Message = "Asked over Direct Line: {Question}")]
        public static partial void Asked(ILogger logger, string question);
    }
}
