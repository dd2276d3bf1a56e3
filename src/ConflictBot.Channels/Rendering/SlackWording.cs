namespace ConflictBot.Channels.Rendering;

/// <summary>What the bot says by itself in Slack, and nowhere else.</summary>
internal static class SlackWording
{
    public const string More = "More excerpts";
    public const string Helpful = "Helpful";
    public const string NotHelpful = "Not helpful";
    public const string Post = "Post it here";
    public const string QuoteCut = "The quote is cut here; the article has all of it.";
    public const string TextCut = "Cut here, for it is too long for one message.";
    public const string Busy = "I am too busy for another question right now. Please ask again in a moment.";
    public const string Failed = "Something went wrong on this side, and there is no answer. Please ask again.";
    public const string FeedbackKept = "Thank you. Your opinion is kept, without your name.";
    public const string FeedbackNotKept = "Your opinion could not be kept. Please try again later.";
    public const string HomeTitle = "What I know";
    public const string HomeQuestions = "Questions to start with";
    public const string AskHere = "Ask me in my messages tab, mention me in a channel, or use the slash command for an answer that you alone see.";

    public static string LeftOut(int excerpts) => excerpts == 1
        ? "One more excerpt is left out, for it does not fit into one message."
        : FormattableString.Invariant($"{excerpts:N0} more excerpts are left out, for they do not fit into one message.");

    public static string MoreArticles(int articles) => FormattableString.Invariant($"… and {articles:N0} more.");
}
