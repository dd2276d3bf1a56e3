using ConflictBot.Channels.DirectLine;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>The page with the chat, and the page that answers one question without any script.</summary>
internal sealed partial class AskPages(
    PageLayout layout,
    SiteAssets assets,
    WebChatScript webChat,
    Origins origins,
    Greeting greeting,
    ArticleList articles,
    QuestionAnswerer answerer,
    IOptions<WebOptions> options,
    ILogger<AskPages> logger)
{
    /// <summary>The longest question taken from an address, in UTF-16 code units.</summary>
    public const int MaxQuestionLength = 2_000;

    // Beside the chat; the page of articles has more.
    private const int MaxListed = 12;

    // Before the page is drawn: the chat takes the form's place, and gives it back where one of the scripts can't be loaded.
    private const string Boot = """
        document.documentElement.classList.add("js");addEventListener("error",function(e){if(e.target.tagName==="SCRIPT")document.documentElement.classList.remove("js")},true);
        """;

    /// <summary><c>GET /</c>, with or without a question.</summary>
    public async Task<IResult> GetAsync(HttpContext context, string? q, string? feedback)
    {
        if (q is null)
            return await HomeAsync(context);
        if (string.IsNullOrWhiteSpace(q))
            return Page(context, Form("", UiText.EmptyQuestion), UiText.AskAnother);
        if (q.Length > MaxQuestionLength)
            return Page(context, Form(q[..MaxQuestionLength], UiText.TooLong(MaxQuestionLength)), UiText.AskAnother, StatusCodes.Status400BadRequest);
        Log.Asked(logger, q);
        var result = await answerer.AskAsync(new AskRequest(q, ConversationState.Empty), context.RequestAborted);
        PageLanguage.Speak(result.Answer.Language);
        var site = SiteAddress.Of(context.Request, options.Value);
        var main = new Html();
        main.Add($"<article class=\"answer\">\n<h1 class=\"asked\"><q>{q}</q></h1>\n{HtmlAnswerRenderer.Render(result.Answer, site)}</article>\n");
        var isQuoted = Sharing.Add(main, q, result.Answer, site);
        var asksForFeedback = feedback != FeedbackPages.Kept && result.Answer is not NoAnswer { Reason: NoAnswerReason.Conversation };
        if (feedback == FeedbackPages.Kept)
            main.Add($"<p class=\"thanks\" role=\"status\">{UiText.FeedbackThanks}</p>\n");
        else if (asksForFeedback)
            main.Add($"{FeedbackPages.Form(q)}");
        main.Add($"{Form(q, null)}");
        Log.Answered(logger, BotMetrics.KindOf(result.Answer), result.Elapsed.TotalMilliseconds);
        var page = isQuoted ? Scripted(context, main, q) : Page(context, main, q);
        // A form's post names its origin only where it may name a referrer (the Fetch standard's "append a request Origin header").
        if (asksForFeedback)
            context.Response.Headers["Referrer-Policy"] = "same-origin";
        return page;
    }

    private async Task<IResult> HomeAsync(HttpContext context)
    {
        var main = new Html();
        main.Add($"<div class=\"form-first\">\n");
        var introduction = await greeting.GetAsync(context.RequestAborted);
        foreach (var words in introduction.Words.ReplaceLineEndings("\n").Split('\n'))
            main.Add($"<p class=\"says\">{words}</p>\n");
        main.Add($"{Form("", null)}<section class=\"suggestions\">\n<h2>{UiText.TryAsking}</h2>\n");
        HtmlAnswerRenderer.Questions(main, introduction.Questions);
        main.Add($"</section>\n</div>\n");
        var chat = webChat.Url is { } control && origins.PageMayOpen(context) ? Chat(main, context, control) : null;
        Sources(main);
        if (chat is null)
        {
            SecurityHeaders.Apply(context.Response);
            return Send(layout.Render(UiText.PageTitle(UiText.Ask), main, "home"));
        }

        var tools = new Html();
        tools.Add($" <button type=\"button\" id=\"new-conversation\" class=\"link\" hidden>{UiText.NewConversation}</button>");
        return Send(layout.Render(UiText.PageTitle(UiText.Ask), main, "home", chat, tools));
    }

    /// <summary>Adds the chat's place, with every word its scripts show, and the panel beside it.</summary>
    /// <returns>The scripts, for the page's head; null where one of them is missing.</returns>
    private Html? Chat(Html main, HttpContext context, string control)
    {
        if (assets.UrlOf("chat.js") is not { } chat || assets.UrlOf("reader.js") is not { } reader || assets.UrlOf(Sharing.Script) is not { } copy)
            return null;
        var nonce = SecurityHeaders.ApplyForChat(context.Request, context.Response);
        main.Add($"<div class=\"lost\" id=\"lost\" role=\"alert\" hidden><p>{UiText.ChatLost}</p></div>\n");
        main.Add($"<div class=\"chat\" id=\"chat\" data-placeholder=\"{UiText.ChatPlaceholder}\"><p class=\"loading\">{UiText.ChatLoading}</p></div>\n");
        main.Add($"<dialog class=\"reader\" id=\"reader\" aria-label=\"{UiText.Reader}\" data-site=\"{SiteAddress.Of(context.Request, options.Value).AbsoluteUri}\" data-loading=\"{UiText.ReaderLoading}\" data-failed=\"{UiText.ReaderFailed}\">\n");
        main.Add($"<div class=\"bar\"><p>{UiText.Reader}</p><p class=\"of\" id=\"reader-of\"></p><a id=\"reader-page\" href=\"/articles\">{UiText.ReaderPage}</a><button type=\"button\" class=\"link\" id=\"reader-close\">{UiText.Close}</button></div>\n");
        main.Add($"<div class=\"reading\" id=\"reader-text\" tabindex=\"0\" role=\"region\" aria-label=\"{UiText.Reader}\"></div>\n</dialog>\n");
        Sharing.AddCopying(main);
        // A script's text is no place for encoding: what stands there is a constant of ours and holds no "</".
        var head = new Html();
        head.Add($"<script nonce=\"{nonce}\">{Html.Constant(Boot)}</script>\n");
        foreach (var script in new[] { control, copy, reader, chat })
            head.Add($"<script nonce=\"{nonce}\" src=\"{script}\" defer></script>\n");
        return head;
    }

    private void Sources(Html main)
    {
        var list = articles.Render(MaxListed, out var all);
        if (all == 0)
            return;
        main.Add($"<aside class=\"sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">{UiText.WhereAnswersComeFrom}</h2>\n{list}");
        if (all > MaxListed)
            main.Add($"<p><a href=\"/articles\">{UiText.MoreArticles(all)}</a></p>\n");
        main.Add($"</aside>\n");
    }

    private IResult Page(HttpContext context, Html main, string title, int status = StatusCodes.Status200OK)
    {
        SecurityHeaders.Apply(context.Response);
        return Send(layout.Render(UiText.PageTitle(title), main, "answered"), status);
    }

    /// <summary>A page with the script that copies. All it shows is there without it.</summary>
    private IResult Scripted(HttpContext context, Html main, string title)
    {
        if (assets.UrlOf(Sharing.Script) is not { } script)
            return Page(context, main, title);
        var head = new Html();
        head.Add($"<script nonce=\"{SecurityHeaders.ApplyForScript(context.Response)}\" src=\"{script}\" defer></script>\n");
        return Send(layout.Render(UiText.PageTitle(title), main, "answered", head));
    }

    private static Html Form(string question, string? problem)
    {
        var form = new Html();
        form.Add($"<form class=\"ask\" action=\"/\" method=\"get\" role=\"search\">\n<label for=\"q\">{UiText.QuestionLabel}</label>\n");
        if (problem is not null)
            form.Add($"<p class=\"problem\" id=\"problem\" role=\"alert\">{problem}</p>\n");
        form.Add($"<div class=\"line\"><input id=\"q\" name=\"q\" type=\"text\" value=\"{question}\" maxlength=\"{MaxQuestionLength}\" autocomplete=\"off\" required");
        if (problem is not null)
            form.Add($" aria-describedby=\"problem\" aria-invalid=\"true\"");
        form.Add($" placeholder=\"{UiText.QuestionHint}\"><button type=\"submit\">{UiText.Ask}</button></div>\n</form>\n");
        return form;
    }

    private static IResult Send(Html page, int status = StatusCodes.Status200OK) =>
        Results.Text(page.ToString(), "text/html; charset=utf-8", statusCode: status);

    private static partial class Log
    {
        [LoggerMessage(EventId = 3203, Level = LogLevel.Debug, Message = "Asked on the page: {Question}")]
        public static partial void Asked(ILogger logger, string question);

        [LoggerMessage(EventId = 3204, Level = LogLevel.Information, Message = "Answered on the page: {Kind}, in {Milliseconds:0.0} ms")]
        public static partial void Answered(ILogger logger, string kind, double milliseconds);
    }
}
