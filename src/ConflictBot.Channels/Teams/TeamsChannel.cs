using System.Text.Json.Nodes;
using ConflictBot.Channels.BotFramework;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace ConflictBot.Channels.Teams;

/// <summary>What the Bot Framework's host needs to speak with Teams: its messages, its search command, its thumbs.</summary>
public static class TeamsChannel
{
    /// <summary>As activities have it.</summary>
    public const string Id = "msteams";

    /// <summary>Adds the channel to the Bot Framework's. Thumbs are kept where there is an <see cref="IFeedbackLog"/>, else acknowledged and forgotten.</summary>
    public static IServiceCollection AddTeams(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(_ => new ShownAnswers());
        services.AddSingleton<MessageExtension>();
        services.AddSingleton(s => new ChannelRenderer(Id, new Renderer(s.GetRequiredService<ShownAnswers>())));
        services.AddSingleton(s =>
        {
            var extension = s.GetRequiredService<MessageExtension>();
            return new InvokeHandler(MessageExtension.InvokeName, async (activity, site, cancellationToken) =>
                activity.IsOverLimit
                    ? new InvokeReply(200, MessageExtension.TooMany(Fields(activity)))
                    : Reply(await extension.QueryAsync(Fields(activity), site, cancellationToken)));
        });
        services.AddSingleton(s =>
        {
            var feedback = s.GetService<IFeedbackLog>() is { } log
                ? new FeedbackInvoke(log, s.GetRequiredService<ShownAnswers>(), s.GetRequiredService<TimeProvider>()) : null;
            return new InvokeHandler(FeedbackInvoke.InvokeName, async (activity, _, cancellationToken) =>
                feedback is null ? new InvokeReply(200, new JsonObject()) : Reply(await feedback.SubmitAsync(Fields(activity), cancellationToken)));
        });
        return services;
    }

    private static InvokeReply Reply((int Status, JsonObject? Body) answer) => new(answer.Status, answer.Body);

    /// <summary>What the invokes read of an activity.</summary>
    private static JsonObject Fields(ReceivedActivity activity) => new()
    {
        ["name"] = activity.Name,
        ["from"] = new JsonObject { ["id"] = activity.From.Id },
        ["conversation"] = new JsonObject { ["id"] = activity.ConversationId },
        ["replyToId"] = activity.ReplyToId,
        ["value"] = activity.Value is { } value ? JsonNode.Parse(value.GetRawText()) : null,
    };

    private sealed class Renderer(ShownAnswers shown) : IActivityRenderer
    {
        public JsonArray Render(Answer answer, Uri site) => TeamsActivityRenderer.Render(answer, site);

        public JsonArray Render(string words, IReadOnlyList<string> suggestions, Uri site) => TeamsActivityRenderer.Render(words, suggestions, site);

        public void Sent(ReceivedActivity question, Answer answer, string messageId) => shown.Add(question.ConversationId, messageId, answer);
    }
}
