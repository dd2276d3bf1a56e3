using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Conversations;

namespace ConflictBot.Channels.Slack;

/// <summary>Something Slack was told is accepted, and that is still to be done.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="User">Who wants it.</param>
/// <param name="Site">The address that links to articles are made with.</param>
internal abstract record SlackWork(string Team, string User, Uri Site)
{
    public const string ChannelName = "slack";

    /// <summary>What is worked on one after the other: work of different lanes may go on at once.</summary>
    public abstract string Lane { get; }

    /// <summary>Whose memory it goes on from.</summary>
    public abstract ConversationKey Conversation { get; }

    /// <summary>Whose allowance it takes from: one user's in one place, since each mention in a channel begins a thread, and a conversation, of its own.</summary>
    public virtual ConversationKey Allowance => Memory(Place, thread: null);

    /// <summary>The channel it is about; null on the home tab.</summary>
    protected abstract string? Place { get; }

    /// <summary>Whether it is done at once, whatever else waits: Slack lets a form be opened within three seconds of a press.</summary>
    public virtual bool CannotWait => false;

    /// <summary>
    /// A conversation's memory is a thread's; where there is no thread, it is one user's in one channel. A user's direct messages
    /// and home tab are one place: a question pressed there is answered, and followed, here.
    /// </summary>
    /// <param name="channel">Where; null on the home tab.</param>
    /// <param name="thread">The thread, or null.</param>
    protected ConversationKey Memory(string? channel, string? thread) => new(ChannelName, (channel, thread) switch
    {
        ({ } place, { } root) => $"{Team}|{place}|thread|{root}",
        ({ } place, null) when !place.StartsWith('D') => $"{Team}|{place}|user|{User}",
        _ => $"{Team}|direct|user|{User}",
    });
}

/// <summary>A question asked in a channel, a thread or a direct message.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="Channel">Where it was asked.</param>
/// <param name="User">Who asked.</param>
/// <param name="Text">The words, without the mention of the bot.</param>
/// <param name="Thread">The thread to answer in; null to answer in the direct message itself.</param>
/// <param name="Site">The address that links to articles are made with.</param>
internal sealed record SlackQuestion(string Team, string Channel, string User, string Text, string? Thread, Uri Site) : SlackWork(Team, User, Site)
{
    public override string Lane => $"{Team}|{Channel}";

    public override ConversationKey Conversation => Memory(Channel, Thread);

    protected override string? Place => Channel;
}

/// <summary>A question asked by the slash command, to be answered to its user alone.</summary>
internal sealed record SlackCommand(string Team, string Channel, string User, string Text, Uri ResponseUrl, Uri Site) : SlackWork(Team, User, Site)
{
    public override string Lane => $"{Team}|{Channel}";

    public override ConversationKey Conversation => Memory(Channel, thread: null);

    protected override string? Place => Channel;
}

/// <summary>A button that was pressed.</summary>
/// <param name="Team">The workspace.</param>
/// <param name="User">Who pressed it.</param>
/// <param name="Channel">Where it stands; null on the home tab.</param>
/// <param name="Thread">The thread it stands in, or null.</param>
/// <param name="OnlyVisibleToUser">Whether its message is an ephemeral one.</param>
/// <param name="Kind">Which button.</param>
/// <param name="Value">What it is about.</param>
/// <param name="ResponseUrl">Where Slack takes what answers the press; null on the home tab.</param>
/// <param name="Trigger">What a form may be opened with, for three seconds; null where Slack gave none.</param>
/// <param name="Site">The address that links to articles are made with.</param>
internal sealed record SlackPress(
    string Team, string User, string? Channel, string? Thread, bool OnlyVisibleToUser, SlackButtonKind Kind, SlackButtonValue Value, Uri? ResponseUrl, string? Trigger, Uri Site)
    : SlackWork(Team, User, Site)
{
    public override string Lane => $"{Team}|{Channel ?? User}";

    public override bool CannotWait => Kind == SlackButtonKind.NotHelpful && Trigger is not null;

    public override ConversationKey Conversation => Memory(Channel, Thread);

    protected override string? Place => Channel;
}

/// <summary>Somebody looks at the bot's home tab.</summary>
internal sealed record SlackHomeOpened(string Team, string User, Uri Site) : SlackWork(Team, User, Site)
{
    public override string Lane => $"{Team}|{User}";

    public override ConversationKey Conversation => Memory(channel: null, thread: null);

    public override ConversationKey Allowance => new(ChannelName, $"{Team}|home|{User}");

    protected override string? Place => null;
}

/// <summary>Something that is one too many for its conversation, and is only answered so.</summary>
internal sealed record SlackOverLimit(SlackWork Work) : SlackWork(Work.Team, Work.User, Work.Site)
{
    public override string Lane => Work.Lane;

    public override ConversationKey Conversation => Work.Conversation;

    public override ConversationKey Allowance => Work.Allowance;

    protected override string? Place => null;
}
