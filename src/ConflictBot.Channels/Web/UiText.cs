using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;

namespace ConflictBot.Channels.Web;

/// <summary>What the pages and the chat say by themselves, from <c>UiText.resx</c>. What stands around a quote is in <see cref="Rendering.CitationText"/>.</summary>
internal static class UiText
{
    /// <summary>The strings by their names: a property's own, or a method's and <c>One</c> or <c>Format</c>.</summary>
    public static readonly ResourceManager Resources = new(typeof(UiText));

    public static string Name => Text();
    public static string Purpose => Text();
    public static string SkipToContent => Text();
    public static string Navigation => Text();
    public static string Ask => Text();
    public static string Articles => Text();
    public static string Timeline => Text();
    public static string TimelineIntroduction => Text();
    public static string NoTimeline => Text();
    public static string TimelineYears => Text();
    public static string QuestionLabel => Text();
    public static string QuestionHint => Text();
    public static string TryAsking => Text();
    public static string ChatLoading => Text();
    public static string ChatLost => Text();
    public static string NewConversation => Text();
    public static string ChatPlaceholder => Text();
    public static string AskAnother => Text();
    public static string Footer => Text();
    public static string EmptyQuestion => Text();
    public static string NotFoundTitle => Text();
    public static string NotFound => Text();
    public static string ArticleNotFound => Text();
    public static string AllArticles => Text();
    public static string ArticlesIntroduction => Text();
    public static string NoArticles => Text();
    public static string PlainText => Text();
    public static string Outlet => Text();
    public static string Author => Text();
    public static string Published => Text();
    public static string Language => Text();
    public static string Source => Text();
    public static string Note => Text();
    public static string Unnamed => Text();
    public static string Unknown => Text();
    public static string NotInText => Text();
    public static string StatedInText => Text();
    public static string WorkedOut => Text();
    public static string AboutArticle => Text();
    public static string LeftOut => Text();
    public static string LeftOutIntroduction => Text();
    public static string Helpful => Text();
    public static string NotHelpful => Text();
    public static string WasItHelpful => Text();
    public static string FeedbackComment => Text();
    public static string FeedbackThanks => Text();
    public static string FeedbackTitle => Text();
    public static string FeedbackFailed => Text();
    public static string FeedbackUnreadable => Text();
    public static string FeedbackForeign => Text();
    public static string TooManyTitle => Text();
    public static string Privacy => Text();
    public static string Terms => Text();
    public static string Legal => Text();
    public static string PageLanguage => Text();
    public static string WhereAnswersComeFrom => Text();
    public static string Reader => Text();
    public static string ReaderLoading => Text();
    public static string ReaderFailed => Text();
    public static string ReaderPage => Text();
    public static string Close => Text();
    public static string Copied => Text();
    public static string CopyByHand => Text();
    public static string Quotation => Text();
    public static string ShareAnswer => Text();
    public static string AnswerAsQuotations => Text();
    public static string QuotationIntroduction => Text();

    public static string TooMany(int seconds) => seconds == 1 ? Text("TooManyOne") : Format("TooManyFormat", seconds);

    public static string TooLong(int limit) => Format("TooLongFormat", limit);

    public static string DatesIn(int year, int dates) => dates == 1 ? Format("DatesInOne", year) : Format("DatesInFormat", year, dates);

    public static string FirstOf(int shown, int all) => Format("FirstOfFormat", shown, all);

    public static string PageTitle(string title) => Format("PageTitleFormat", title, Name);

    public static string Sentences(int count) => count == 1 ? Text("SentencesOne") : Format("SentencesFormat", count);

    /// <param name="share">0 to 1.</param>
    public static string Share(double share) => share is > 0 and < 0.01 ? Text("ShareSmall") : Format("ShareFormat", Math.Round(100 * share));

    public static string Corpus(int articles, int sentences) =>
        Format("CorpusFormat", articles == 1 ? Text("ArticleCountOne") : Format("ArticleCountFormat", articles), Sentences(sentences));

    public static string MoreArticles(int all) => Format("MoreArticlesFormat", all);

    public static string Greeting(int articles, string sources) =>
        Format("GreetingFormat", articles == 1 ? Text("NewsArticlesOne") : Format("NewsArticlesFormat", articles), sources);

    public static string GreetingEmpty() => Format("GreetingEmptyFormat", NoArticles);

    public static string Outlets(int count) => Format("OutletsFormat", count);

    public static string NamedIn(string outlets, int year) => Format("NamedInFormat", outlets, year);

    public static string NamedBetween(string outlets, int first, int last) => Format("NamedBetweenFormat", outlets, first, last);

    private static string Text([CallerMemberName] string name = "") =>
        Resources.GetString(name, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"UiText.resx lacks {name}.");

    private static string Format(string name, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, Text(name), values);
}
