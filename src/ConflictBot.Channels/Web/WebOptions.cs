using Microsoft.Extensions.Options;

namespace ConflictBot.Channels.Web;

/// <summary>The settings under <c>Web</c>.</summary>
public sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Neutral questions of the kinds the bot is good at; those the articles don't answer are left out.</summary>
    internal static readonly string[] DefaultQuestions =
    [
        "Who started the September 2022 fighting?",
        "How many soldiers were killed in July 2020?",
        "What did NATO say?",
    ];

    /// <summary>Questions offered before anything was asked, at most six of up to 200 characters. Default: some that the articles answer.</summary>
    public string[]? SuggestedQuestions { get; set; }

    /// <summary>The address users reach the site at (<c>https://bot.example.org</c>), for the links in answers, where a proxy hides it. Default: the address each request was sent to.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>The folder of the site's own files. Default: <c>wwwroot</c> beside the executable.</summary>
    public string? AssetsDirectory { get; set; }

    /// <summary>The folder the build put the Web Chat control in. Default: <c>webchat</c> beside the executable.</summary>
    public string? WebChatDirectory { get; set; }

    internal string AssetsPath => AssetsDirectory ?? Path.Combine(AppContext.BaseDirectory, "wwwroot");

    internal string WebChatPath => WebChatDirectory ?? Path.Combine(AppContext.BaseDirectory, "webchat");
}

/// <summary>Checks the settings when the server starts, and names what is allowed.</summary>
internal sealed class WebOptionsValidator : IValidateOptions<WebOptions>
{
    private const int MaxQuestions = 6;
    private const int MaxQuestionLength = 200;

    public ValidateOptionsResult Validate(string? name, WebOptions options)
    {
        var wrong = new List<string>();
        if (options.SuggestedQuestions is { } questions && (questions.Length > MaxQuestions || questions.Any(q => string.IsNullOrWhiteSpace(q) || q.Length > MaxQuestionLength)))
            wrong.Add($"{WebOptions.Section}:{nameof(options.SuggestedQuestions)} holds at most {MaxQuestions} questions of 1 to {MaxQuestionLength} characters.");
        if (options.PublicUrl is { } url && !(Uri.TryCreate(url, UriKind.Absolute, out var site) && site.Scheme is "http" or "https" && site.PathAndQuery == "/"))
            wrong.Add($"{WebOptions.Section}:{nameof(options.PublicUrl)} is an address such as https://bot.example.org, without a path; \"{url}\" is not.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }
}
