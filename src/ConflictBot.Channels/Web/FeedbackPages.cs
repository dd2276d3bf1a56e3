using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Metrics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>Helpful or not helpful, said of the page's answer with a form that needs no script.</summary>
internal sealed partial class FeedbackPages(
    PageLayout layout, QuestionAnswerer answerer, IFeedbackLog log, IOptions<WebOptions> options, TimeProvider time, ILogger<FeedbackPages> logger)
{
    public const string Channel = "web";

    /// <summary>What the answer's page is told in its address once feedback was kept.</summary>
    public const string Kept = "kept";

    /// <summary>The page knows nobody: all who use it are one user.</summary>
    private const string Anyone = "anyone";

    private const int MaxCommentLength = 1_000;

    // A question and a comment at their longest, in letters of three bytes, each byte three characters of a form.
    private const int MaxFormBytes = 32 * 1024;

    /// <summary>The form below an answer.</summary>
    public static Html Form(string question)
    {
        var form = new Html();
        form.Add($"<form class=\"feedback\" action=\"/feedback\" method=\"post\">\n<fieldset>\n<legend>{UiText.WasItHelpful}</legend>\n");
        form.Add($"<input type=\"hidden\" name=\"q\" value=\"{question}\">\n");
        form.Add($"<label for=\"comment\">{UiText.FeedbackComment}</label>\n<input id=\"comment\" name=\"comment\" type=\"text\" maxlength=\"{MaxCommentLength}\" autocomplete=\"off\">\n");
        form.Add($"<button type=\"submit\" name=\"helpful\" value=\"yes\">{UiText.Helpful}</button> <button type=\"submit\" name=\"helpful\" value=\"no\">{UiText.NotHelpful}</button>\n");
        form.Add($"</fieldset>\n</form>\n");
        return form;
    }

    /// <summary><c>POST /feedback</c>: a form of <c>q</c>, <c>helpful</c> (<c>yes</c> or <c>no</c>) and, if wanted, <c>comment</c>.</summary>
    public async Task<IResult> PostAsync(HttpContext context)
    {
        if (!IsOurs(context.Request))
            return Page(context, UiText.FeedbackForeign, StatusCodes.Status403Forbidden);
        if (await ReadAsync(context) is not var (question, helpful, comment))
            return Page(context, UiText.FeedbackUnreadable, StatusCodes.Status400BadRequest);

        // Asked again and not taken from the form: what is kept as shown must be what was shown.
        var result = await answerer.AskAsync(new AskRequest(question, ConversationState.Empty) { IsOurs = true }, context.RequestAborted);
        var excerpts = result.Answer.Claims.Select(c => c.Citation.Quote);
        try
        {
            // Not the request's token: a browser that leaves early has still said it.
            await log.AppendAsync(new FeedbackEntry(time.GetUtcNow(), Channel, Anyone, helpful, question, [.. excerpts], comment), CancellationToken.None);
        }
        catch (IOException e)
        {
            Log.NotKept(logger, e.Message);
            return Page(context, UiText.FeedbackFailed, StatusCodes.Status503ServiceUnavailable);
        }

        BotMetrics.Feedback(Channel, helpful);
        context.Response.Headers.Location = $"/?q={Uri.EscapeDataString(question)}&feedback={Kept}";
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>Whether one of our pages sent the form, or a program that is no browser. Any other page could make a visitor's browser post.</summary>
    private bool IsOurs(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0 && site != "same-origin")
            return false;
        return request.Headers.Origin switch
        {
            [] => true,
            [{ } origin] => IsOrigin(origin, $"{request.Scheme}://{request.Host.Value}") || IsOrigin(origin, options.Value.PublicUrl?.TrimEnd('/')),
            _ => false,
        };
    }

    private static bool IsOrigin(string origin, string? site) => string.Equals(origin, site, StringComparison.OrdinalIgnoreCase);

    private static async Task<(string Question, bool Helpful, string? Comment)?> ReadAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType || request.ContentLength > MaxFormBytes)
            return null;
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            body.MaxRequestBodySize = MaxFormBytes;
        try
        {
            var form = await request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = MaxFormBytes, ValueCountLimit = 8, ValueLengthLimit = MaxFormBytes, KeyLengthLimit = 64 }, context.RequestAborted);
            var question = form["q"].ToString();
            bool? helpful = form["helpful"].ToString() switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            };
            if (string.IsNullOrWhiteSpace(question) || question.Length > AskPages.MaxQuestionLength || helpful is not { } said)
                return null;
            var comment = form["comment"].ToString();
            return (question, said, comment.Length == 0 ? null : comment);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }

    private IResult Page(HttpContext context, string words, int status)
    {
        SecurityHeaders.Apply(context.Response);
        var main = new Html();
        main.Add($"<h1>{UiText.FeedbackTitle}</h1>\n<p class=\"says\">{words}</p>\n");
        return Results.Text(layout.Render(UiText.PageTitle(UiText.FeedbackTitle), main, "reading").ToString(), "text/html; charset=utf-8", statusCode: status);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 3205, Level = LogLevel.Error, Message = "Feedback could not be kept: {Problem}")]
        public static partial void NotKept(ILogger logger, string problem);
    }
}
