using System.Collections.Immutable;
using System.Text.Json;
using ConflictBot.Channels.Rendering;

namespace ConflictBot.Channels.Slack;

/// <summary>Work, and the keys by which the same event is known when it comes again.</summary>
internal sealed record SlackTask(SlackWork Work, ImmutableArray<string> Keys);

/// <summary>Tells which events the bot acts on, and what they ask. Everything else is no work: other bots, edits, deletions, joins, talk that is not to the bot.</summary>
internal sealed class SlackEventReader(SlackThreads threads)
{
    private const string Slackbot = "USLACKBOT";
    private const string AskedNothing = "help";

    /// <summary>The work an <c>event_callback</c> asks for; null for none.</summary>
    public SlackTask? Read(JsonElement envelope, Uri site)
    {
        var inner = envelope.Member("event");
        if (envelope.Text("team_id") is not { Length: > 0 } team || inner.Text("user") is not { Length: > 0 } user)
            return null;
        var bot = envelope.Member("authorizations").First() is var authorization && authorization.IsTrue("is_bot") ? authorization.Text("user_id") : null;
        if (user == bot || user == Slackbot || inner.Has("bot_id") || inner.Has("bot_profile"))
            return null;
        return inner.Text("type") switch
        {
            "app_home_opened" when inner.Text("tab") is "home" => new SlackTask(new SlackHomeOpened(team, user, site), Keys(envelope, message: null)),
            "app_mention" => Message(envelope, inner, team, user, bot, isMention: true, site),
            "message" => Message(envelope, inner, team, user, bot, isMention: false, site),
            _ => null,
        };
    }

    private SlackTask? Message(JsonElement envelope, JsonElement message, string team, string user, string? bot, bool isMention, Uri site)
    {
        if (message.Has("subtype") || message.Has("edited") || message.IsTrue("hidden"))
            return null;
        if (message.Text("channel") is not { Length: > 0 } channel || message.Text("ts") is not { Length: > 0 } ts || message.Text("text") is not { } text)
            return null;
        var thread = message.Text("thread_ts") is { Length: > 0 } root ? root : null;
        var isDirect = message.Text("channel_type") == "im" || channel.StartsWith('D');
        var answerIn = isDirect ? thread : thread ?? ts;
        if (!isDirect && !isMention && !IsFollowUp(team, channel, thread, text, bot))
            return null;
        var asked = SlackText.Read(text, bot, isMention);
        var question = new SlackQuestion(team, channel, user, asked.Length == 0 ? AskedNothing : asked, answerIn, site);
        return new SlackTask(question, Keys(envelope, $"{team}|{channel}|{ts}"));
    }

    /// <summary>Whether it is said in a thread the bot takes part in, and not to somebody else.</summary>
    private bool IsFollowUp(string team, string channel, string? thread, string text, string? bot) =>
        thread is not null && threads.TakesPartIn(team, channel, thread) && (SlackText.FirstMention(text) is not { } mentioned || mentioned == bot);

    // One mention can arrive as app_mention and as message, with an event_id each: the message's own time tells that they are one.
    private static ImmutableArray<string> Keys(JsonElement envelope, string? message)
    {
        var keys = ImmutableArray.CreateBuilder<string>(2);
        if (envelope.Text("event_id") is { Length: > 0 } id)
            keys.Add($"event|{id}");
        if (message is not null)
            keys.Add($"message|{message}");
        return keys.ToImmutable();
    }
}
