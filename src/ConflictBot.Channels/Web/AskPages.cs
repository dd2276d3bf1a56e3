using ConflictBot.Channels.DirectLine;
using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Channels.Web;

/// <summary>The page with the chat, and the page that answers one question without any script.</summary>
internal sealed partial class AskPages(
    PageLayout layout,
    SiteAssets assets,
    WebChatScript webChat,
    Origins origins,
    Greeting greeting,
    QuestionAnswerer answerer,
    ILogger<AskPages> logger)
{
    /// <summary>The longest question taken from an address, in UTF-16 code units.</summary>
    public const int MaxQuestionLength = 2_000;

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
        var main = new Html();
        main.Add($"<article class=\"answer\">\n<h1 class=\"asked\"><q>{q}</q></h1>\n{HtmlAnswerRenderer.Render(result.Answer)}</article>\n");
        var asksForFeedback = feedback != FeedbackPages.Kept && result.Answer is not NoAnswer { Reason: NoAnswerReason.Conversation };
        if (feedback == FeedbackPages.Kept)
            main.Add($"<p class=\"thanks\" role=\"status\">{UiText.FeedbackThanks}</p>\n");
        else if (asksForFeedback)
            main.Add($"{FeedbackPages.Form(q)}");
        main.Add($"{Form(q, null)}");
        Log.Answered(logger, BotMetrics.KindOf(result.Answer), result.Elapsed.TotalMilliseconds);
        var page = Page(context, main, q);
        // A form's post names its origin only where it may name a referrer (the Fetch standard's "append a request Origin header").
        if (asksForFeedback)
            context.Response.Headers["Referrer-Policy"] = "same-origin";
        return page;
    }

    private async Task<IResult> HomeAsync(HttpContext context)
    {
        var scripted = webChat.Url is not null && assets.UrlOf("chat.js") is not null && origins.PageMayOpen(context);
        var main = new Html();
        main.Add($"<div class=\"form-first\">\n");
        var introduction = await greeting.GetAsync(context.RequestAborted);
        foreach (var words in introduction.Words.ReplaceLineEndings("\n").Split('\n'))
            main.Add($"<p class=\"says\">{words}</p>\n");
        main.Add($"{Form("", null)}<section class=\"suggestions\">\n<h2>{UiText.TryAsking}</h2>\n");
        HtmlAnswerRenderer.Questions(main, introduction.Questions);
        main.Add($"</section>\n</div>\n");
        if (!scripted)
        {
            SecurityHeaders.Apply(context.Response);
            return Send(layout.Render(UiText.PageTitle(UiText.Ask), main, "home"));
        }

        var nonce = SecurityHeaders.ApplyForChat(context.Request, context.Response);
        main.Add($"<div class=\"lost\" id=\"lost\" role=\"alert\" hidden><p>{UiText.ChatLost}</p></div>\n");
        main.Add($"<div class=\"chat\" id=\"chat\" data-placeholder=\"{UiText.ChatPlaceholder}\" data-label=\"{UiText.ChatLabel}\"><p class=\"loading\">{UiText.ChatLoading}</p></div>\n");
        // A script's text is no place for encoding: what stands there is a constant of ours and holds no "</".
        var head = new Html();
        head.Add($"<script nonce=\"{nonce}\">{Html.Constant(Boot)}</script>\n");
        head.Add($"<script nonce=\"{nonce}\" src=\"{webChat.Url}\" defer></script>\n<script nonce=\"{nonce}\" src=\"{assets.UrlOf("chat.js")}\" defer></script>\n");
        var tools = new Html();
        tools.Add($" <button type=\"button\" id=\"new-conversation\" class=\"link\" hidden>{UiText.NewConversation}</button>");
        return Send(layout.Render(UiText.PageTitle(UiText.Ask), main, "home", head, tools));
    }

    private IResult Page(HttpContext context, Html main, string title, int status = StatusCodes.Status200OK)
    {
        SecurityHeaders.Apply(context.Response);
        return Send(layout.Render(UiText.PageTitle(title), main, "answered"), status);
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
