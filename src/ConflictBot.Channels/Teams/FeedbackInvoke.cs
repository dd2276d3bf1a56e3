using System.Text.Json;
using System.Text.Json.Nodes;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;

namespace ConflictBot.Channels.Teams;

/// <summary>Keeps what users say with the thumbs below an answer. Thread-safe.</summary>
public sealed class FeedbackInvoke(IFeedbackLog log, ShownAnswers shown, TimeProvider time)
{
    /// <summary>The invoke it answers.</summary>
    public const string InvokeName = "message/submitAction";

    /// <summary>Answers the invoke, once the feedback is kept.</summary>
    /// <param name="activity">The invoke activity: <c>from</c>, <c>conversation</c>, <c>replyToId</c> and <c>value</c>.</param>
    /// <param name="cancellationToken">Gives up waiting for a turn to write.</param>
    /// <returns>200 with an empty object, as Teams demands; 400 where the activity is no feedback.</returns>
    public async Task<(int Status, JsonObject? Body)> SubmitAsync(JsonObject activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var value = activity.Object("value");
        var said = value.Object("actionValue");
        if (value.Text("actionName") != "feedback" || Helpful(said.Text("reaction")) is not { } helpful)
            return (400, null);
        var user = activity.Object("from").Text("id") ?? "";
        var answer = activity.Object("conversation").Text("id") is { } conversation && activity.Text("replyToId") is { } message
            ? shown.Find(conversation, message) : null;
        var (question, excerpts) = answer ?? ShownAnswer.Forgotten;
        await log.AppendAsync(new FeedbackEntry(time.GetUtcNow(), TeamsChannel.Id, user, helpful, question, excerpts, Comment(said.Text("feedback"))), cancellationToken);
        BotMetrics.Feedback(TeamsChannel.Id, helpful);
        return (200, new JsonObject());
    }

    private static bool? Helpful(string? reaction) => reaction switch
    {
        "like" => true,
        "dislike" => false,
        _ => null,
    };

    /// <summary>Teams sends the form as JSON within a string; what is no such form is taken as the words themselves.</summary>
    private static string? Comment(string? feedback)
    {
        if (string.IsNullOrWhiteSpace(feedback))
            return null;
        var words = feedback;
        try
        {
            if (JsonNode.Parse(feedback) is JsonObject form)
                words = form.Text("feedbackText") ?? "";
        }
        catch (JsonException)
        {
            // Plain words, then.
        }

        return string.IsNullOrWhiteSpace(words) ? null : words.Trim();
    }
}
