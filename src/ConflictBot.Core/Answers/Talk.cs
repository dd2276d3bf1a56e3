using System.Collections.Immutable;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Language;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Answers;

/// <summary>Replies to the turns that ask nothing of the articles: greetings, "more", "sources", and what can't be read.</summary>
internal sealed class Talk(ArticleLibrary library, SuggestedQuestions suggestions)
{
    /// <summary>The reply, or null for a question to be looked up.</summary>
    public AskResult? Reply(AskRequest request)
    {
        if (request.Question.Length > QuestionAnswerer.MostCharacters)
            return Say(request, Wording.TooLong(QuestionAnswerer.MostCharacters), NoAnswerReason.NotAQuestion);
        var turn = QuestionText.Clean(request.Question);
        if (turn.Length == 0)
            return Say(request, Wording.Empty, NoAnswerReason.NotAQuestion);
        if (Tokenizer.Tokenize(turn).Count == 0)
            return Say(request, Wording.NoWords, NoAnswerReason.NotAQuestion);
        return SmallTalk.Of(turn) switch
        {
            SmallTalkKind.Greeting => Say(request, Wording.Greeting),
            SmallTalkKind.Thanks => Say(request, Wording.Thanks),
            SmallTalkKind.Goodbye => Say(request, Wording.Goodbye),
            SmallTalkKind.Help => Say(request, Wording.Help(library.Count)),
            SmallTalkKind.More => More(request),
            SmallTalkKind.Sources => Sources(request),
            SmallTalkKind.WhyThisAnswer => Say(request, request.Conversation.Explanation ?? Wording.NothingYet),
            _ => null,
        };
    }

    private AskResult More(AskRequest request)
    {
        var state = request.Conversation;
        if (state.LastQuestion is not { } question)
            return Say(request, Wording.NothingYet);
        if (state.More.IsEmpty)
            return Say(request, Wording.NothingMore);
        var answer = new SupportedAnswer
        {
            Text = Wording.Supported,
            Resolved = question,
            ResolvedFromConversation = true,
            Excerpts = [.. state.More.Take(SentenceSelector.MostExcerpts)],
        };
        return new AskResult(answer, state with { LastAnswer = answer, More = [.. state.More.Skip(SentenceSelector.MostExcerpts)] });
    }

    private AskResult Sources(AskRequest request)
    {
        var claims = request.Conversation.LastAnswer?.Claims.ToArray() ?? [];
        if (claims.Length == 0)
            return Say(request, request.Conversation.LastAnswer is null ? Wording.NothingYet : Wording.NoAnswer);
        var lines = claims.Select(c => c.Citation.Article).DistinctBy(a => a.Id)
            .Select(a => $"“{a.DisplayTitle}”, {a.Metadata.Publisher ?? "unnamed outlet"}, {a.Metadata.Published?.ToLongString() ?? "date unknown"}{(a.Metadata.PublishedInferred ? " (inferred)" : "")}");
        return Say(request, "The last answer quotes: " + string.Join("; ", lines) + ".");
    }

    private AskResult Say(AskRequest request, string text, NoAnswerReason reason = NoAnswerReason.Conversation)
    {
        ImmutableArray<string> offered = reason == NoAnswerReason.Conversation && request.Conversation.LastQuestion is not null ? [] : suggestions.ToStartWith();
        return new AskResult(new NoAnswer { Text = text, Resolved = Echo(request.Question), Reason = reason, Suggestions = offered }, request.Conversation);
    }

    private static string Echo(string question) =>
        QuestionText.Clean(question.Length > QuestionAnswerer.MostCharacters ? question[..QuestionAnswerer.MostCharacters] : question);
}
