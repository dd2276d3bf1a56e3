using System.Globalization;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>The language the pages speak by themselves: the one the reader's browser asks for, and around an answer the answer's. The articles stay as they are.</summary>
internal static class PageLanguage
{
    // A browser sends a handful.
    private const int MostLookedAt = 20;

    /// <summary>The language of this request's page.</summary>
    public static QuestionLanguage Current => Wording.LanguageOf(CultureInfo.CurrentUICulture.Name) ?? QuestionLanguage.English;

    /// <summary>Speaks a language from here on, to the end of the request.</summary>
    public static void Speak(QuestionLanguage language) => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Wording.In(language).Tag);

    /// <summary>Speaks to each request in the language it asks for.</summary>
    public static void UsePageLanguage(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        Speak(AskedFor(context.Request));
        await next(context);
    });

    /// <summary>The first of our languages by the reader's preference (RFC 9110, 12.5.4), whatever the region; English where there is none.</summary>
    public static QuestionLanguage AskedFor(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.GetTypedHeaders().AcceptLanguage.Take(MostLookedAt).Where(l => l.Quality is not 0).OrderByDescending(l => l.Quality ?? 1);
        return asked.Select(l => Wording.LanguageOf(Primary(l.Value.Value))).FirstOrDefault(l => l is not null) ?? QuestionLanguage.English;
    }

    private static string? Primary(string? tag) => tag?.Split('-')[0].ToLowerInvariant();
}
