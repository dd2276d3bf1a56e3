using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.DirectLine;

/// <summary>The bot's side of a conversation: it greets, it types, it answers one message after the other.</summary>
internal sealed partial class DirectLineBot(
    QuestionAnswerer answerer,
    IConversationStore states,
    Greeting greeting,
    IFeedbackLog feedback,
    AcceptedWork work,
    TimeProvider time,
    ILogger<DirectLineBot> logger)
{
    public const string Channel = "directline";

    /// <summary>How many messages of all conversations wait or are being answered.</summary>
    public static readonly QueueDepth Waiting = BotMetrics.Queue(Channel);

    /// <summary>Greets, unless it has.</summary>
    public async Task GreetAsync(DirectLineConversation conversation, CancellationToken cancellationToken)
    {
        var introduction = await greeting.GetAsync(cancellationToken);
        if (conversation.TryGreet())
            conversation.Append(WebChatActivityRenderer.Render(introduction.Words, introduction.Questions, conversation.Site));
    }

    /// <summary>Takes a message; the answer comes later, should the server be told to stop meanwhile too. Null where too many wait already, or the stop is over.</summary>
    public string? Take(DirectLineConversation conversation, IncomingActivity message)
    {
        var begun = work.TryBegin();
        if (begun is null)
            return null;
        var id = conversation.Accept(message, out var startAnswering);
        if (startAnswering)
            _ = Task.Run(() => AnswerWaitingAsync(conversation, begun, work.Abandoned), CancellationToken.None);
        else
            begun.Dispose();
        return id;
    }

    /// <summary>Shows the message as sent, and says in its language that it was one too many.</summary>
    /// <returns>The id of the message's echo.</returns>
    public async Task<string> TellTooManyAsync(DirectLineConversation conversation, IncomingActivity message, CancellationToken cancellationToken)
    {
        var language = await SpokenLanguage.InAsync(states, new ConversationKey(Channel, conversation.Id), message.Text, cancellationToken);
        var id = conversation.Append(Activities.Echo(message));
        var words = WebChatActivityRenderer.Render(Wording.In(language).TooMany, [], conversation.Site);
        words["replyToId"] = id;
        conversation.Append(words);
        return id;
    }

    /// <summary>Keeps what a user says of an answer; nothing, where the answer is not known any more.</summary>
    /// <exception cref="IOException">It could not be kept.</exception>
    public async Task TakeAsync(DirectLineConversation conversation, IncomingActivity activity, Vote vote, CancellationToken cancellationToken)
    {
        if (conversation.Take(vote) is not { } answer)
            return;
        var excerpts = answer.Claims.Select(c => c.Citation.Quote);
        try
        {
            await feedback.AppendAsync(
                new FeedbackEntry(time.GetUtcNow(), Channel, activity.FromId, vote.Helpful, answer.Resolved, [.. excerpts], Comment: null), cancellationToken);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            conversation.TakeBack(vote);
            throw;
        }

        BotMetrics.Feedback(Channel, vote.Helpful);
    }

    private async Task AnswerWaitingAsync(DirectLineConversation conversation, IDisposable begun, CancellationToken stopping)
    {
        using var ended = begun;
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
                conversation.Append(WebChatActivityRenderer.Render(Wording.In(SpokenLanguage.Of(waiting.Message.Text)).Failed, [], conversation.Site));
            }
            finally
            {
                Waiting.Leave();
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
        var activity = WebChatActivityRenderer.Render(result.Answer, conversation.Site, Permalink.Of(result, conversation.Site), copies: true);
        activity["replyToId"] = waiting.Id;
        if (result.Answer is not NoAnswer { Reason: NoAnswerReason.Conversation })
        {
            Votes.Offer(activity, waiting.Id);
            conversation.Remember(waiting.Id, result.Answer);
        }

        Log.Answered(logger, BotMetrics.KindOf(result.Answer), result.Elapsed.TotalMilliseconds);
        conversation.Append(activity);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3101, Level = LogLevel.Error, Message = "A message of conversation {Conversation} could not be answered")]
        public static partial void AnswerFailed(ILogger logger, Exception exception, string conversation);

        [LoggerMessage(EventId = 3102, Level = LogLevel.Debug, Message = "Asked over Direct Line: {Question}")]
        public static partial void Asked(ILogger logger, string question);

        [LoggerMessage(EventId = 3103, Level = LogLevel.Information, Message = "Answered over Direct Line: {Kind}, in {Milliseconds:0.0} ms")]
        public static partial void Answered(ILogger logger, string kind, double milliseconds);
    }
}
