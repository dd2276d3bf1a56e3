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
        var before = request.AnswerIn ?? request.Conversation.LastAnswer?.Language ?? QuestionLanguage.English;
        if (request.Question.Length > QuestionAnswerer.MostCharacters)
            return Say(request, before, Wording.In(before).TooLong(QuestionAnswerer.MostCharacters), NoAnswerReason.NotAQuestion);
        var turn = QuestionText.Clean(request.Question);
        if (turn.Length == 0)
            return Say(request, before, Wording.In(before).Empty, NoAnswerReason.NotAQuestion);
        if (Tokenizer.Tokenize(turn).Count == 0)
            return Say(request, before, Wording.In(before).NoWords, NoAnswerReason.NotAQuestion);
        var (kind, language) = ForeignSmallTalk.Of(turn, before) ?? (SmallTalk.Of(turn), request.AnswerIn ?? QuestionLanguage.English);
        var words = Wording.In(language);
        return kind switch
        {
            SmallTalkKind.Greeting => Say(request, language, words.Greeting),
            SmallTalkKind.Thanks => Say(request, language, words.Thanks),
            SmallTalkKind.Goodbye => Say(request, language, words.Goodbye),
            SmallTalkKind.Help => Say(request, language, words.Help(library.Count)),
            SmallTalkKind.More => More(request, language),
            SmallTalkKind.Sources => Sources(request, language),
            SmallTalkKind.WhyThisAnswer => Say(request, language, request.Conversation.Explanation ?? words.NothingYet),
            // After an answer it asks why the fact is so; after none, why there was none.
            SmallTalkKind.Why when request.Conversation.LastAnswer is null or NoAnswer => Say(request, language, request.Conversation.Explanation ?? words.NothingYet),
            SmallTalkKind.WhoSaid => WhoSaid(request, language),
            _ => null,
        };
    }

    /// <summary>Too little of the question was understood.</summary>
    public AskResult Unreadable(AskRequest request, QuestionLanguage language, IReadOnlyList<string> notUnderstood) =>
        Say(request, language, Wording.In(language).Unreadable(notUnderstood), NoAnswerReason.NotAQuestion);

    /// <summary>The question is in a language that is not read.</summary>
    public AskResult InOtherLanguage(AskRequest request)
    {
        var before = request.Conversation.LastAnswer?.Language ?? QuestionLanguage.English;
        return Say(request, before, Wording.In(before).OtherLanguage, NoAnswerReason.NotAQuestion);
    }

    private AskResult More(AskRequest request, QuestionLanguage language)
    {
        var state = request.Conversation;
        if (state.LastQuestion is not { } question)
            return Say(request, language, Wording.In(language).NothingYet);
        if (state.More.IsEmpty)
            return Say(request, language, Wording.In(language).NothingMore);
        var answer = new SupportedAnswer
        {
            Text = Wording.In(language).Supported,
            Language = language,
            Resolved = question,
            ResolvedFromConversation = true,
            Excerpts = [.. state.More.Take(SentenceSelector.MostExcerpts)],
        };
        return new AskResult(answer, state with { LastAnswer = answer, More = [.. state.More.Skip(SentenceSelector.MostExcerpts)] });
    }

    /// <summary>The last answer's excerpts that name their speaker, with the name marked; where none does, the outlets.</summary>
    private AskResult WhoSaid(AskRequest request, QuestionLanguage language)
    {
        var state = request.Conversation;
        var spoken = state.LastAnswer?.Claims.Where(c => c.Speaker is not null).Select(MarkSpeaker).Take(SentenceSelector.MostExcerpts).ToImmutableArray() ?? [];
        if (spoken.IsEmpty || state.LastQuestion is not { } question)
            return Sources(request, language);
        var answer = new SupportedAnswer
        {
            Text = Wording.In(language).Supported,
            Language = language,
            Resolved = question,
            ResolvedFromConversation = true,
            Excerpts = spoken,
        };
        return new AskResult(answer, state with { LastAnswer = answer });
    }

    private static Claim MarkSpeaker(Claim claim)
    {
        var at = claim.Citation.Quote.IndexOf(claim.Speaker!, StringComparison.Ordinal);
        return at < 0 ? claim : claim with { Emphasis = [new TextSpan(at, at + claim.Speaker!.Length)] };
    }

    private AskResult Sources(AskRequest request, QuestionLanguage language)
    {
        var words = Wording.In(language);
        var claims = request.Conversation.LastAnswer?.Claims.ToArray() ?? [];
        if (claims.Length == 0)
            return Say(request, language, request.Conversation.LastAnswer is null ? words.NothingYet : words.NoAnswer);
        var lines = claims.Select(c => c.Citation.Article).DistinctBy(a => a.Id)
            .Select(a => $"“{a.DisplayTitle}”, {a.Metadata.Publisher ?? words.UnnamedOutlet}, {words.Published(a.Metadata)}");
        return Say(request, language, words.LastAnswerQuotes(string.Join("; ", lines)));
    }

    private AskResult Say(AskRequest request, QuestionLanguage language, string text, NoAnswerReason reason = NoAnswerReason.Conversation)
    {
        ImmutableArray<string> offered = reason == NoAnswerReason.Conversation && request.Conversation.LastQuestion is not null ? [] : suggestions.ToStartWith();
        return new AskResult(new NoAnswer { Text = text, Language = language, Resolved = Echo(request.Question), Reason = reason, Suggestions = offered }, request.Conversation);
    }

    private static string Echo(string question) =>
        QuestionText.Clean(question.Length > QuestionAnswerer.MostCharacters ? question[..QuestionAnswerer.MostCharacters] : question);
}
