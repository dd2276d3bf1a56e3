namespace ConflictBot.Channels.Rendering;

/// <summary>What stands on Slack's home tab alone, which is in English: nobody has asked there yet.</summary>
internal static class SlackWording
{
    public const string HomeTitle = "What I know";
    public const string HomeQuestions = "Questions to start with";
    public const string AskHere = "Ask me in my messages tab, mention me in a channel, or use the slash command for an answer that you alone see.";

    public static string MoreArticles(int articles) => FormattableString.Invariant($"… and {articles:N0} more.");
}
