namespace ConflictBot.Channels.BotFramework;

/// <summary>Takes the bot's own mention out of a message.</summary>
internal static class Mentions
{
    /// <summary>The text without the words of the mentions that mean the bot. Other people's stay: they may be what the question is about.</summary>
    public static string WithoutBot(ReceivedActivity activity)
    {
        var text = activity.Text;
        var at = 0;
        foreach (var mention in activity.Mentions)
        {
            // Two members may bear the bot's name: the entities come in the order of the text, which tells their mentions apart.
            var found = text.IndexOf(mention.Text, at, StringComparison.Ordinal);
            if (found < 0)
                found = text.IndexOf(mention.Text, StringComparison.Ordinal);
            if (found < 0)
                continue;
            if (mention.MentionedId == activity.Recipient.Id)
                text = text.Remove(found, mention.Text.Length);
            at = mention.MentionedId == activity.Recipient.Id ? found : found + mention.Text.Length;
        }

        return text.Trim();
    }
}
