using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;

namespace ConflictBot.Channels;

/// <summary>Which language to speak where there is no answer to take it from: what failed, what was too much.</summary>
internal static class SpokenLanguage
{
    // A language shows within some words, and a flood of long messages should cost nothing.
    private const int MostLookedAt = 300;

    /// <summary>The message's own language, or the one before it where its own is not read.</summary>
    public static QuestionLanguage Of(string text, QuestionLanguage before = QuestionLanguage.English)
    {
        ArgumentNullException.ThrowIfNull(text);
        var line = CitationText.OneLine(text.Length > MostLookedAt ? text[..MostLookedAt] : text);
        // Numbers and marks are of every language, and would be taken for English.
        return line.Any(char.IsLetter) ? LanguageDetector.Detect(line, before).Language ?? before : before;
    }

    /// <summary>As <see cref="Of"/>, a conversation's last answer being what was before.</summary>
    public static async ValueTask<QuestionLanguage> InAsync(IConversationStore states, ConversationKey conversation, string text, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(states);
        var state = await states.GetAsync(conversation, cancellationToken);
        return Of(text, state.LastAnswer?.Language ?? QuestionLanguage.English);
    }
}
