using ConflictBot.Core.Retrieval;
using Microsoft.Net.Http.Headers;

namespace ConflictBot.Health;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can answer questions.</summary>
internal static class HealthEndpoints
{
    private const string Alive = "/healthz";
    private const string Ready = "/readyz";
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    public static void MapHealth(this WebApplication app)
    {
        app.MapMethods(Alive, Methods, context => WriteAsync(context, StatusCodes.Status200OK, "alive"));
        app.MapMethods(Ready, Methods, async context =>
        {
            if (context.RequestServices.GetRequiredService<Readiness>().Report is null)
            {
                await WriteLoadingAsync(context);
                return;
            }

            // Asked of the index and not of the report: an ingest may have added since.
            var status = await context.RequestServices.GetRequiredService<IPassageIndex>().GetStatusAsync(context.RequestAborted);
            await WriteAsync(context, StatusCodes.Status200OK, $"ready: {status.Articles} articles, {status.Passages} passages ({status.Engine})");
        });
    }

    /// <summary>Until the articles are loaded, everything but health is answered 503: an answer from half of them would be wrong without saying so.</summary>
    public static void UseReadinessGate(this WebApplication app)
    {
        var readiness = app.Services.GetRequiredService<Readiness>();
        app.Use((context, next) =>
            readiness.Report is not null || context.Request.Path.StartsWithSegments(Alive) || context.Request.Path.StartsWithSegments(Ready)
                ? next(context)
                : WriteLoadingAsync(context));
    }

    private static Task WriteLoadingAsync(HttpContext context)
    {
        context.Response.Headers[HeaderNames.RetryAfter] = "1";
        return WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "The articles are being loaded. Try again in a second.");
    }

    private static Task WriteAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        return context.Response.WriteAsync(text + "\n", context.RequestAborted);
    }
}
