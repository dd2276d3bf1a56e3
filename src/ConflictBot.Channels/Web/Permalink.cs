using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Web;

/// <summary>The address at which the same question gets the same answer, without the conversation it was given in.</summary>
internal static class Permalink
{
    public static Uri Of(string question, Uri site) => new(site, $"/?q={Uri.EscapeDataString(question)}");

    /// <summary>The answer's own; null for what is no answer to a question by itself: small talk, and excerpts that continue an earlier answer.</summary>
    public static Uri? Of(AskResult result, Uri site)
    {
        ArgumentNullException.ThrowIfNull(result);
        // What was looked up has stages; what was only taken from the conversation has none.
        return result.Stages.IsDefaultOrEmpty || result.Answer.Resolved.Length > AskPages.MaxQuestionLength ? null : Of(result.Answer.Resolved, site);
    }
}
