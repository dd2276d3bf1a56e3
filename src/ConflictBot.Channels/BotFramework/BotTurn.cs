using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using ConflictBot.Channels.Teams;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.BotFramework;

/// <summary>What the bot does on an activity.</summary>
/// <param name="Replies">Messages addressed to the sender, in order; often none.</param>
/// <param name="Invoke">The answer to an invoke; null for everything else.</param>
public sealed record TurnResult(ImmutableArray<JsonObject> Replies, InvokeReply? Invoke)
{
    public static readonly TurnResult Nothing = new([], null);

    /// <summary>To be told the channel's id of the first reply, once it was delivered; null where nobody wants to know.</summary>
    public Action<string>? Sent { get; init; }
}

/// <summary>The bot's turn: an activity in, replies out. It knows of no server and of no SDK, so that every host shares it. Thread-safe.</summary>
public sealed partial class BotTurn
{
    private const int GreetedCapacity = 50_000;

    // Twice as long as channels' names are: what is remembered of a conversation is not to be mostly its name.
    private const int LongestKey = 400;
    private static readonly TimeSpan GreetedLifetime = TimeSpan.FromDays(7);

    private readonly QuestionAnswerer _answerer;
    private readonly IConversationStore _states;
    private readonly Greeting _greeting;
    private readonly ActivityRenderers _renderers;
    private readonly Dictionary<string, InvokeHandler> _invokes = new(StringComparer.Ordinal);
    private readonly RecentKeys<UInt128> _greeted;
    private readonly ILogger<BotTurn> _logger;

    public BotTurn(
        QuestionAnswerer answerer,
        IConversationStore states,
        Greeting greeting,
        IEnumerable<ChannelRenderer> renderers,
        IEnumerable<InvokeHandler> invokes,
        TimeProvider time,
        ILogger<BotTurn> logger)
    {
        ArgumentNullException.ThrowIfNull(invokes);
        _answerer = answerer;
        _states = states;
        _greeting = greeting;
        _renderers = new ActivityRenderers(renderers);
        _greeted = new(time, GreetedCapacity, GreetedLifetime);
        _logger = logger;
        // Teams sends it for every thumb that is pressed, and shows the user an error for any other status.
        _invokes["message/submitAction"] = new InvokeHandler("message/submitAction", (_, _, _) => ValueTask.FromResult(new InvokeReply(200, new JsonObject())));
        foreach (var handler in invokes)
            _invokes[handler.Name] = handler;
    }

    /// <summary>The bot's reaction to an activity that is not a repeat.</summary>
    /// <param name="activity">What happened.</param>
    /// <param name="site">The address links are made absolute with.</param>
    /// <param name="cancellationToken">Gives up the turn.</param>
    /// <returns>What to say; where the turn failed on our side, that it did.</returns>
    public async Task<TurnResult> RunAsync(ReceivedActivity activity, Uri site, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(site);
        try
        {
            return await ReactAsync(activity, site, cancellationToken);
        }
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            Log.Failed(_logger, e, activity.Type, activity.ChannelId);
            return Failed(activity, site);
        }
    }

    /// <summary>A thread's memory is the thread's; where there is no thread it is each user's, so that nobody's "and Armenian?" continues another's question.</summary>
    internal static ConversationKey KeyOf(ReceivedActivity activity)
    {
        var channel = $"botframework/{activity.ChannelId}";
        var name = activity.ConversationId.Contains(";messageid=", StringComparison.OrdinalIgnoreCase) ? activity.ConversationId : $"{activity.ConversationId}\n{activity.From.Id}";
        return new ConversationKey(channel, name.Length <= LongestKey ? name : KeyHash.Of(name).ToString("x32", CultureInfo.InvariantCulture));
    }

    /// <summary>Whose allowance an activity takes from: one user's in one place. Each post in a channel of Teams begins a thread, and a conversation, of its own.</summary>
    internal static ConversationKey AllowanceOf(ReceivedActivity activity)
    {
        var thread = activity.ConversationId.IndexOf(";messageid=", StringComparison.OrdinalIgnoreCase);
        return new ConversationKey($"botframework/{activity.ChannelId}", $"{(thread < 0 ? activity.ConversationId : activity.ConversationId[..thread])}\n{activity.From.Id}");
    }

    private async Task<TurnResult> ReactAsync(ReceivedActivity activity, Uri site, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case "message" when activity.IsOverLimit:
                var language = await SpokenLanguage.InAsync(_states, KeyOf(activity), Words(activity), cancellationToken);
                return Reply(activity, _renderers.For(activity.ChannelId).Render(Wording.In(language).TooMany, [], site));
            case "message":
                return await AnswerAsync(activity, site, cancellationToken);
            case "invoke":
                return new TurnResult([], await InvokeAsync(activity, site, cancellationToken));
            case "conversationUpdate" when activity.MembersAdded.Any(m => m != activity.Recipient.Id):
            case "installationUpdate" when activity.Action == "add":
            case "event" when activity.Name == "webchat/join":
                return await GreetAsync(activity, site, cancellationToken);
            case "installationUpdate" when activity.Action == "remove":
                _greeted.Remove(KeyHash.Of(activity.ChannelId, activity.ConversationId));
                await _states.SetAsync(KeyOf(activity), ConversationState.Empty, cancellationToken);
                return TurnResult.Nothing;
            case "endOfConversation":
                await _states.SetAsync(KeyOf(activity), ConversationState.Empty, cancellationToken);
                return TurnResult.Nothing;
            default:
                // messageReaction, typing, event and whatever channels think of next: received, and nothing to say.
                return TurnResult.Nothing;
        }
    }

    private TurnResult Failed(ReceivedActivity activity, Uri site) => activity.Type switch
    {
        "message" => Reply(activity, _renderers.For(activity.ChannelId).Render(Wording.In(SpokenLanguage.Of(Words(activity))).Failed, [], site)),
        "invoke" => new TurnResult([], new InvokeReply(500)),
        _ => TurnResult.Nothing,
    };

    private async Task<TurnResult> AnswerAsync(ReceivedActivity activity, Uri site, CancellationToken cancellationToken)
    {
        var question = Words(activity);
        var key = KeyOf(activity);
        Log.Asked(_logger, activity.ChannelId, question);
        var state = await _states.GetAsync(key, cancellationToken);
        var result = await _answerer.AskAsync(new AskRequest(question, state), cancellationToken);
        await _states.SetAsync(key, result.Conversation, cancellationToken);
        var renderer = _renderers.For(activity.ChannelId);
        return Reply(activity, renderer.Render(result.Answer, site)) with { Sent = id => renderer.Sent(activity, result.Answer, id) };
    }

    /// <summary>What is said to the bot. Teams alone writes character references and tags for names.</summary>
    private static string Words(ReceivedActivity activity) =>
        activity.ChannelId == TeamsChannel.Id ? Teams.Mentions.Question(activity) : Mentions.WithoutBot(activity);

    private async Task<TurnResult> GreetAsync(ReceivedActivity activity, Uri site, CancellationToken cancellationToken)
    {
        var introduction = await _greeting.GetAsync(cancellationToken);
        return _greeted.TryAdd(KeyHash.Of(activity.ChannelId, activity.ConversationId))
            ? Reply(activity, _renderers.For(activity.ChannelId).Render(introduction.Words, introduction.Questions, site))
            : TurnResult.Nothing;
    }

    private async Task<InvokeReply> InvokeAsync(ReceivedActivity activity, Uri site, CancellationToken cancellationToken)
    {
        // 501 is what the protocol has for an invoke that a bot does not know.
        return activity.Name is { } name && _invokes.TryGetValue(name, out var handler)
            ? await handler.HandleAsync(activity, site, cancellationToken)
            : new InvokeReply(501);
    }

    private static TurnResult Reply(ReceivedActivity activity, JsonArray messages)
    {
        var replies = ImmutableArray.CreateBuilder<JsonObject>(messages.Count);
        foreach (var message in messages.OfType<JsonObject>().ToArray())
        {
            messages.Remove(message);
            replies.Add(ActivityEnvelope.Address(message, activity));
        }

        return new TurnResult(replies.DrainToImmutable(), null);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3202, Level = LogLevel.Error, Message = "An activity ({Type}) over {Channel} could not be answered")]
        public static partial void Failed(ILogger logger, Exception exception, string type, string channel);

        [LoggerMessage(EventId = 3201, Level = LogLevel.Debug, Message = "Asked over {Channel}: {Question}")]
        public static partial void Asked(ILogger logger, string channel, string question);
    }
}
