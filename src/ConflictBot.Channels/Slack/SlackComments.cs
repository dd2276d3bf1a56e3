using System.Text.Json.Nodes;
using ConflictBot.Channels.Limits;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Slack;

/// <summary>What a user wrote of an answer that did not help.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="User">Who wrote it.</param>
/// <param name="View">The form's own id, which is another each time it is opened.</param>
/// <param name="About">The answer.</param>
/// <param name="Words">What was written; empty where the form was sent as it was.</param>
internal sealed record SlackComment(string Team, string User, string View, SlackButtonValue About, string Words);

/// <summary>Keeps comments. The form waits for the outcome, and says it where a comment could not be kept.</summary>
internal sealed partial class SlackComments(TimeProvider time, ConversationLimits limits, ILogger<SlackComments> logger, IFeedbackLog? feedback = null)
{
    private const int Remembered = 5_000;

    // Slack waits three seconds for what a form is answered.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly RecentKeys _kept = new(time, Remembered, TimeSpan.FromHours(1));

    /// <summary>Keeps the comment as feedback of its own beside the press that opened the form, which was kept when it came.</summary>
    /// <returns>Null where the form may close; else what the form is to show.</returns>
    public async Task<JsonObject?> KeepAsync(SlackComment comment, CancellationToken cancellationToken)
    {
        var words = comment.Words.Trim();
        if (words.Length == 0 || feedback is null)
            return null;
        var says = Wording.In(comment.About.Language);
        if (!limits.TryTake(new ConversationKey(SlackWork.ChannelName, $"{comment.Team}|comment|{comment.User}"), out _))
            return Problem(says.TooMany);
        string[] key = [comment.View];
        if (!_kept.TryTake(key))
            return null;
        using var patience = new CancellationTokenSource(Patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await feedback.AppendAsync(
                new FeedbackEntry(time.GetUtcNow(), SlackWork.ChannelName, $"{comment.Team}:{comment.User}", Helpful: false, comment.About.Question, comment.About.Excerpts, Cut(words)), both.Token);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OperationCanceledException)
        {
            _kept.Forget(key);
            Log.NotKept(logger, e);
            return Problem(says.FeedbackNotKept);
        }
    }

    private static JsonObject Problem(string words) =>
        new() { ["response_action"] = "errors", ["errors"] = new JsonObject { [SlackCommentForm.Field] = words } };

    // The form takes no more than this; who signs for Slack might.
    private static string Cut(string words) => words.Length <= SlackCommentForm.MostCharacters
        ? words
        : words[..(char.IsHighSurrogate(words[SlackCommentForm.MostCharacters - 1]) ? SlackCommentForm.MostCharacters - 1 : SlackCommentForm.MostCharacters)];

    private static partial class Log
    {
        [LoggerMessage(EventId = 3251, Level = LogLevel.Error, Message = "A comment from Slack could not be kept")]
        public static partial void NotKept(ILogger logger, Exception exception);
    }
}
