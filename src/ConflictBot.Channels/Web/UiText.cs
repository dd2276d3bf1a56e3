namespace ConflictBot.Channels.Web;

/// <summary>What the pages and the chat say by themselves. What stands around a quote is in <see cref="Rendering.CitationText"/>.</summary>
internal static class UiText
{
    public const string Name = "ConflictBot";
    public const string Purpose = "Questions about the Armenia–Azerbaijan conflict, answered in quotes from news articles.";
    public const string SkipToContent = "Skip to the content";
    public const string Navigation = "Site";
    public const string Ask = "Ask";
    public const string Articles = "Articles";
    public const string Timeline = "Timeline";
    public const string TimelineIntroduction = "What the articles say happened when: each date with the sentence that gives it. A date read with the help of the article’s own is marked as inferred.";
    public const string NoTimeline = "The articles give no dates.";
    public const string TimelineYears = "Years";
    public const string QuestionLabel = "Your question";
    public const string QuestionHint = "For example: Who started the September 2022 fighting?";
    public const string TryAsking = "Questions to start with";
    public const string ChatLabel = "Chat with ConflictBot";
    public const string ChatLoading = "The chat is loading…";
    public const string ChatLost = "The connection to the chat was lost.";
    public const string NewConversation = "New chat";
    public const string ChatPlaceholder = "Ask about the conflict";
    public const string AskAnother = "Ask another question";
    public const string Footer = "Quotation marks hold the articles’ own words. ConflictBot takes no side and adds no facts of its own.";
    public const string AnswerFailed = "Something went wrong on this side, and there is no answer. Please ask again.";
    public const string EmptyQuestion = "Type a question first.";
    public const string NotFoundTitle = "Not found";
    public const string NotFound = "There is no such page.";
    public const string ArticleNotFound = "There is no article of that name here. It may have been removed.";
    public const string AllArticles = "All articles";
    public const string ArticlesIntroduction = "Everything ConflictBot knows stands in these articles.";
    public const string NoArticles = "No articles are loaded.";
    public const string PlainText = "Plain text";
    public const string Outlet = "Outlet";
    public const string Author = "Author";
    public const string Published = "Published";
    public const string Language = "Language";
    public const string Source = "Source";
    public const string Note = "Note";
    public const string Unnamed = "Not named";
    public const string Unknown = "Not known";
    public const string NotInText = "The text does not say.";
    public const string StatedInText = "Stated in the text or given with the article.";
    public const string WorkedOut = "Worked out from the text.";
    public const string AboutArticle = "About this article";
    public const string LeftOut = "Left out of the article’s body";
    public const string LeftOutIntroduction = "These parts of the file are not the article’s text, and are never quoted.";

    public static string TooLong(int limit) =>
        FormattableString.Invariant($"That question is too long. Please put it in at most {limit:N0} characters.");

    public static string DatesIn(int year, int dates) => FormattableString.Invariant($"{year}: {dates} {(dates == 1 ? "date" : "dates")}");

    public static string FirstOf(int shown, int all) => FormattableString.Invariant($"The first {shown:N0} of {all:N0} are listed.");

    public static string PageTitle(string title) => $"{title} · {Name}";
}
