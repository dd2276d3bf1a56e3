using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Slack;

/// <summary>Does what was accepted: answers, shows more, posts, keeps an opinion, shows the home tab.</summary>
internal sealed partial class SlackBot(
    SlackAnswers answers,
    SlackApi api,
    SlackThreads threads,
    SlackHome home,
    IConversationStore states,
    TimeProvider time,
    ILogger<SlackBot> logger,
    IFeedbackLog? feedback = null)
{
    public Task HandleAsync(SlackWork work, CancellationToken cancellationToken) => work switch
    {
        SlackQuestion question => AnswerAsync(question, cancellationToken),
        SlackCommand command => AnswerAsync(command, cancellationToken),
        SlackPress press => PressedAsync(press, cancellationToken),
        SlackHomeOpened opened => ShowHomeAsync(opened, cancellationToken),
        SlackOverLimit over => TellTooManyAsync(over.Work, cancellationToken),
        _ => throw new InvalidOperationException($"Nothing is known of {work.GetType().Name}."),
    };

    private async Task AnswerAsync(SlackQuestion question, CancellationToken cancellationToken)
    {
        SlackMessage message;
        try
        {
            message = Render(await answers.AskAsync(question.Conversation, question.Text, cancellationToken), question.Site);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.AnswerFailed(logger, e);
            await api.PostEphemeralAsync(question.Channel, question.User, question.Thread, Failed(question.Text), cancellationToken);
            return;
        }

        // Joined before the answer stands there, or a quick follow-up would find the bot not yet taking part.
        if (question.Thread is { } thread)
            threads.Join(question.Team, question.Channel, thread);
        await api.PostMessageAsync(question.Channel, question.Thread, message, cancellationToken);
    }

    private async Task AnswerAsync(SlackCommand command, CancellationToken cancellationToken)
    {
        SlackMessage message;
        try
        {
            message = Render(await answers.AskAsync(command.Conversation, command.Text, cancellationToken), command.Site, mayPost: true);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.AnswerFailed(logger, e);
            message = Failed(command.Text);
        }

        await api.RespondAsync(command.ResponseUrl, Response(message, forAll: false), cancellationToken);
    }

    private async Task PressedAsync(SlackPress press, CancellationToken cancellationToken)
    {
        try
        {
            await (press.Kind switch
            {
                SlackButtonKind.Helpful or SlackButtonKind.NotHelpful => KeepOpinionAsync(press, cancellationToken),
                SlackButtonKind.Post => PostForAllAsync(press, cancellationToken),
                _ => AskAgainAsync(press, press.Kind == SlackButtonKind.More ? press.Value.Page + 1 : 0, cancellationToken),
            });
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.AnswerFailed(logger, e);
            await TellAsync(press, SlackMessage.Of(Wording.In(press.Value.Language).Failed, press.Value.Language), cancellationToken);
        }
    }

    private async Task AskAgainAsync(SlackPress press, int page, CancellationToken cancellationToken)
    {
        var answer = await answers.AskAgainAsync(press.Conversation, press.Value, page, wasAnswered: false, cancellationToken);
        if (press is { OnlyVisibleToUser: true, ResponseUrl: { } responseUrl })
        {
            await api.RespondAsync(responseUrl, Response(Render(answer, press.Site, mayPost: page == 0), forAll: false), cancellationToken);
            return;
        }

        // A button stands apart from the words that would have asked, so the answer says whose question it is. From the home tab it goes to the user's messages.
        var message = Render(answer with { Extras = answer.Extras with { AskedBy = press.User } }, press.Site);
        if (press is { Channel: { } channel, Thread: { } thread })
            threads.Join(press.Team, channel, thread);
        var posted = await api.PostMessageAsync(press.Channel ?? press.User, press.Thread, message, cancellationToken);
        // The command works, and its answers are posted, in channels that the bot is no member of; there it can still answer who pressed.
        if (!posted && press.ResponseUrl is { } own)
            await api.RespondAsync(own, Response(message, forAll: false), cancellationToken);
    }

    private async Task PostForAllAsync(SlackPress press, CancellationToken cancellationToken)
    {
        if (press.ResponseUrl is not { } responseUrl)
            return;
        var answer = await answers.AskAgainAsync(press.Conversation, press.Value, press.Value.Page, wasAnswered: true, cancellationToken);
        var message = Render(answer with { Extras = answer.Extras with { AskedBy = press.User } }, press.Site);
        // The private copy goes only when the public one stands; while it stands, it can be pressed again.
        if (await api.RespondAsync(responseUrl, Response(message, forAll: true), cancellationToken))
            await api.RespondAsync(responseUrl, new JsonObject { ["delete_original"] = true }, cancellationToken);
    }

    private async Task KeepOpinionAsync(SlackPress press, CancellationToken cancellationToken)
    {
        if (feedback is null)
            return;
        var says = Wording.In(press.Value.Language);
        var words = says.FeedbackKept;
        try
        {
            var entry = new FeedbackEntry(
                time.GetUtcNow(), SlackWork.ChannelName, $"{press.Team}:{press.User}", press.Kind == SlackButtonKind.Helpful, press.Value.Question, press.Value.Excerpts, Comment: null);
            await feedback.AppendAsync(entry, cancellationToken);
            BotMetrics.Feedback(SlackWork.ChannelName, entry.Helpful);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.OpinionLost(logger, e);
            words = says.FeedbackNotKept;
        }

        // First the form, which can be opened for three seconds only; without it the opinion is kept all the same.
        if (words == says.FeedbackKept && press is { Kind: SlackButtonKind.NotHelpful, Trigger: { } trigger })
            await api.OpenViewAsync(trigger, SlackCommentForm.View(press.Value), cancellationToken);
        await TellAsync(press, SlackMessage.Of(words, press.Value.Language), cancellationToken);
    }

    /// <summary>To who pressed, and nobody else.</summary>
    private async Task TellAsync(SlackPress press, SlackMessage message, CancellationToken cancellationToken)
    {
        if (press.ResponseUrl is { } responseUrl)
            await api.RespondAsync(responseUrl, Response(message, forAll: false), cancellationToken);
        else if (press.Channel is { } channel)
            await api.PostEphemeralAsync(channel, press.User, press.Thread, message, cancellationToken);
    }

    private async Task TellTooManyAsync(SlackWork work, CancellationToken cancellationToken)
    {
        var asked = work switch
        {
            SlackQuestion question => question.Text,
            SlackCommand command => command.Text,
            _ => "",
        };
        var language = work is SlackPress { Value.Language: var shown } ? shown : await SpokenLanguage.InAsync(states, work.Conversation, asked, cancellationToken);
        var message = SlackMessage.Of(Wording.In(language).TooMany, language);
        await (work switch
        {
            SlackQuestion question => api.PostEphemeralAsync(question.Channel, question.User, question.Thread, message, cancellationToken),
            SlackCommand command => api.RespondAsync(command.ResponseUrl, Response(message, forAll: false), cancellationToken),
            SlackPress press => TellAsync(press, message, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private async Task ShowHomeAsync(SlackHomeOpened opened, CancellationToken cancellationToken) =>
        await api.PublishHomeAsync(opened.User, await home.RenderAsync(opened.Site, cancellationToken), cancellationToken);

    private SlackMessage Render(SlackAnswer answer, Uri site, bool mayPost = false)
    {
        var extras = answer.Extras with { Post = mayPost && answer.Extras.Post, Feedback = feedback is not null && answer.Extras.Feedback };
        return SlackBlocksRenderer.Render(answer.Answer, site, extras);
    }

    private static SlackMessage Failed(string asked)
    {
        var language = SpokenLanguage.Of(asked);
        return SlackMessage.Of(Wording.In(language).Failed, language);
    }

    private static JsonObject Response(SlackMessage message, bool forAll)
    {
        var body = message.ToJson();
        body["response_type"] = forAll ? "in_channel" : "ephemeral";
        body["replace_original"] = false;
        return body;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3241, Level = LogLevel.Error, Message = "A question from Slack could not be answered")]
        public static partial void AnswerFailed(ILogger logger, Exception exception);

        [LoggerMessage(EventId = 3242, Level = LogLevel.Error, Message = "An opinion from Slack could not be kept")]
        public static partial void OpinionLost(ILogger logger, Exception exception);
    }
}
