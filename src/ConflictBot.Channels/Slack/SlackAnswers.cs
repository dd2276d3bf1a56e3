using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Slack;

/// <summary>An answer, and what can be pressed below it.</summary>
internal sealed record SlackAnswer(Answer Answer, SlackExtras Extras);

/// <summary>Asks the bot, within a conversation or for a button that knows its question.</summary>
internal sealed partial class SlackAnswers(QuestionAnswerer answerer, IConversationStore states, ILogger<SlackAnswers> logger)
{
    private const string MoreTurn = "more";

    /// <summary>The next turn of a conversation.</summary>
    public async Task<SlackAnswer> AskAsync(ConversationKey conversation, string text, CancellationToken cancellationToken)
    {
        Log.Asked(logger, text);
        var state = await states.GetAsync(conversation, cancellationToken);
        var result = await answerer.AskAsync(new AskRequest(text, state), cancellationToken);
        await states.SetAsync(conversation, result.Conversation, cancellationToken);
        // How often more was typed before is not known, so a button would show what was seen already.
        var typedMore = SmallTalk.Of(text) == SmallTalkKind.More;
        return new SlackAnswer(result.Answer, Extras(result, page: 0) with { More = !typedMore && HasMore(result) });
    }

    /// <summary>A standalone question, or its n-th page of further excerpts, in the words' own language. The conversation goes on from there.</summary>
    /// <param name="conversation">Whose memory it becomes.</param>
    /// <param name="about">The question.</param>
    /// <param name="page">0 for the answer.</param>
    /// <param name="wasAnswered">Whether the answer was given before, and is only shown elsewhere.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SlackAnswer> AskAgainAsync(ConversationKey conversation, SlackButtonValue about, int page, bool wasAnswered, CancellationToken cancellationToken)
    {
        Log.Asked(logger, about.Question);
        QuestionLanguage? language = about.Language == QuestionLanguage.English ? null : about.Language;
        // What leads to the page was counted when it was shown.
        AskRequest Turn(string words, ConversationState state, int shown) => new(words, state) { AnswerIn = language, IsOurs = wasAnswered || shown < page };
        var result = await answerer.AskAsync(Turn(about.Question, ConversationState.Empty, 0), cancellationToken);
        for (var shown = 1; shown <= page; shown++)
            result = await answerer.AskAsync(Turn(MoreTurn, result.Conversation, shown), cancellationToken);
        await states.SetAsync(conversation, result.Conversation, cancellationToken);
        return new SlackAnswer(result.Answer, Extras(result, page));
    }

    private static SlackExtras Extras(AskResult result, int page)
    {
        var isTalk = result.Answer is NoAnswer { Reason: NoAnswerReason.Conversation or NoAnswerReason.NotAQuestion };
        return new SlackExtras { More = HasMore(result), Feedback = !isTalk, Post = !isTalk, Page = page };
    }

    private static bool HasMore(AskResult result) => result.Answer is not NoAnswer && !result.Conversation.More.IsDefaultOrEmpty;

    private static partial class Log
    {
        [LoggerMessage(EventId = 3231, Level = LogLevel.Debug, Message = "Asked in Slack: {Question}")]
        public static partial void Asked(ILogger logger, string question);
    }
}
