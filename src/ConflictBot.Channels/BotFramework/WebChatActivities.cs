using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Web Chat's messages, for the channels whose clients are Web Chat: one each.</summary>
internal sealed class WebChatActivities : IActivityRenderer
{
    public JsonArray Render(Answer answer, Uri site) => new(WebChatActivityRenderer.Render(answer, site));

    public JsonArray Render(string words, IReadOnlyList<string> suggestions, Uri site) => new(WebChatActivityRenderer.Render(words, suggestions, site));
}
