using System.Text.Json.Nodes;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.BotFramework;

/// <summary>Writes answers as the messages of one channel. Thread-safe.</summary>
public interface IActivityRenderer
{
    /// <summary>The messages of an answer, in the order they are sent, without their envelope (ids, sender, conversation).</summary>
    /// <param name="answer">What to say.</param>
    /// <param name="site">The address links are made absolute with.</param>
    JsonArray Render(Answer answer, Uri site);

    /// <summary>A message of the bot's own words, paragraph by paragraph, with questions to press or to read.</summary>
    JsonArray Render(string words, IReadOnlyList<string> suggestions, Uri site);

    /// <summary>Tells under which id the channel keeps the first message of an answer, where the channel says so.</summary>
    void Sent(ReceivedActivity question, Answer answer, string messageId)
    {
    }
}

/// <summary>Says which renderer a channel has. Register one to add a channel, or to replace the renderer of another: the last registered counts.</summary>
/// <param name="ChannelId">As activities have it: <c>msteams</c>.</param>
/// <param name="Renderer">Writes the channel's messages.</param>
public sealed record ChannelRenderer(string ChannelId, IActivityRenderer Renderer);

/// <summary>Finds the renderer of a channel.</summary>
internal sealed class ActivityRenderers
{
    private static readonly string[] WebChatChannels = ["webchat", "directline", "emulator"];

    private readonly Dictionary<string, IActivityRenderer> _byChannel = new(StringComparer.OrdinalIgnoreCase);
    private readonly MarkdownActivityRenderer _markdown = new();

    public ActivityRenderers(IEnumerable<ChannelRenderer> registered)
    {
        var webChat = new WebChatActivities();
        foreach (var channel in WebChatChannels)
            _byChannel[channel] = webChat;
        foreach (var (channel, renderer) in registered)
            _byChannel[channel] = renderer;
    }

    /// <summary>The channel's own renderer, or plain Markdown, which every channel of the Bot Framework takes.</summary>
    public IActivityRenderer For(string channelId) => _byChannel.GetValueOrDefault(channelId, _markdown);
}
