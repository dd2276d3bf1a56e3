using System.Text;
using System.Text.Json;
using ConflictBot.Channels.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ConflictBot.Channels.Slack;

/// <summary>What an interaction asks for.</summary>
/// <param name="Press">The pressed button, where it is one of ours.</param>
/// <param name="Comment">What was written in our form, where that was sent.</param>
internal sealed record SlackInteraction(SlackTask? Press, SlackComment? Comment);

/// <summary>Reads the requests that Slack sends as forms: slash commands, pressed buttons and sent modals.</summary>
internal sealed class SlackFormReader(SlackResponseUrls responseUrls)
{
    /// <summary>The slash command; null where it is none.</summary>
    public SlackTask? Command(ReadOnlySpan<byte> body, Uri site)
    {
        var form = Fields(body);
        if (Field("team_id") is not { } team || Field("channel_id") is not { } channel || Field("user_id") is not { } user
            || responseUrls.Parse(Field("response_url")) is not { } responseUrl)
        {
            return null;
        }

        var text = SlackText.Read(Field("text") ?? "", bot: null, stripFirstMention: false);
        return new SlackTask(
            new SlackCommand(team, channel, user, text.Length == 0 ? "help" : text, responseUrl, site),
            Field("trigger_id") is { } trigger ? [$"trigger|{trigger}"] : []);

        string? Field(string name) => form.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;
    }

    /// <summary>The interaction; null where the form holds none that can be read at all.</summary>
    /// <param name="body">The form.</param>
    /// <param name="site">The address that links to articles are made with.</param>
    public SlackInteraction? Interaction(ReadOnlySpan<byte> body, Uri site)
    {
        if (!Fields(body).TryGetValue("payload", out var json))
            return null;
        using var document = SlackJson.ParseObject(Encoding.UTF8.GetBytes(json.ToString()));
        return document is null ? null : new SlackInteraction(Press(document.RootElement, site), Comment(document.RootElement));
    }

    private static SlackComment? Comment(JsonElement payload)
    {
        var view = payload.Member("view");
        if (payload.Text("type") != "view_submission" || view.Text("callback_id") != SlackCommentForm.CallbackId
            || view.Text("id") is not { Length: > 0 } id || SlackButtonValue.Decode(view.Text("private_metadata")) is not { } about
            || TeamOf(payload) is not { Length: > 0 } team || payload.Member("user").Text("id") is not { Length: > 0 } user)
        {
            return null;
        }

        var field = view.Member("state").Member("values").Member(SlackCommentForm.Field).Member(SlackCommentForm.Field);
        return new SlackComment(team, user, id, about, field.Text("value") ?? "");
    }

    private static string? TeamOf(JsonElement payload) => payload.Member("team").Text("id") ?? payload.Member("user").Text("team_id");

    private SlackTask? Press(JsonElement payload, Uri site)
    {
        var action = payload.Member("actions").First();
        if (payload.Text("type") != "block_actions" || SlackButtons.KindOf(action.Text("action_id")) is not { } kind
            || SlackButtonValue.Decode(action.Text("value")) is not { } value
            || TeamOf(payload) is not { Length: > 0 } team
            || payload.Member("user").Text("id") is not { Length: > 0 } user)
        {
            return null;
        }

        var container = payload.Member("container");
        var channel = payload.Member("channel").Text("id") ?? container.Text("channel_id");
        var press = new SlackPress(
            team,
            user,
            channel,
            Thread(payload, container, channel),
            container.IsTrue("is_ephemeral"),
            kind,
            value,
            responseUrls.Parse(payload.Text("response_url")),
            payload.Text("trigger_id") is { Length: > 0 } trigger ? trigger : null,
            site);
        return new SlackTask(press, press.Trigger is not null ? [$"trigger|{press.Trigger}"] : []);
    }

    /// <summary>The thread the message stands in, or begins: in a channel, what follows from a press belongs below its message.</summary>
    private static string? Thread(JsonElement payload, JsonElement container, string? channel)
    {
        var message = payload.Member("message");
        if ((message.Text("thread_ts") ?? container.Text("thread_ts")) is { Length: > 0 } thread)
            return thread;
        var isDirect = channel is null || channel.StartsWith('D');
        return isDirect || container.IsTrue("is_ephemeral") ? null : message.Text("ts") ?? container.Text("message_ts");
    }

    // Slack's forms are small; FormReader limits the number of fields and their sizes by itself (1,024 keys of 2 KB, values of 4 MB).
    private static Dictionary<string, StringValues> Fields(ReadOnlySpan<byte> body)
    {
        try
        {
            using var reader = new FormReader(Encoding.UTF8.GetString(body));
            return reader.ReadForm();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }
}
