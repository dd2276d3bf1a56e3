using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;
using ConflictBot.Core.Sentences;

namespace ConflictBot.Core.Conversations;

/// <summary>What a conversation is about, for a follow-up that does not say it.</summary>
internal static class FollowUpTopic
{
    // A last question with less of its own was a follow-up itself: its topic is still the topic.
    private const int EnoughOfItsOwn = 3;

    /// <summary>The turn with what the last question was about set off behind it; null where that adds nothing.</summary>
    public static string? Append(string turn, ConversationState conversation)
    {
        var last = conversation.LastQuestion!;
        var own = Tokenizer.Tokenize(turn).Select(t => WordForms.StemAny(t.Text)).ToHashSet(StringComparer.Ordinal);
        var carried = conversation.LastAnswer is not { ResolvedFromConversation: false } ? QuestionTopic.StartIn(last) : last.Length;
        var topic = Words(last[..carried], own);
        if (topic.Count < EnoughOfItsOwn)
            topic.AddRange(Words(last[carried..], own));
        return topic.Count == 0 ? null : QuestionTopic.Append(turn, topic);
    }

    /// <summary>The words with a subject, once each; none that the turn has, and none that only say that something was said.</summary>
    private static List<string> Words(string text, HashSet<string> own)
    {
        var words = new List<string>();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            // What else was going on is no part of what the talk is about: "… signed up following the clashes".
            if (words.Count >= EnoughOfItsOwn && token.Text is ("following" or "after" or "amid" or "despite" or "because"))
                break;
            var stem = WordForms.StemAny(token.Text);
            if (QuestionWords.IsContent(token.Text) && !WordLists.IsPlainSaying(token.Text) && own.Add(stem))
                words.Add(text[token.Start..token.End]);
        }

        return words;
    }
}
