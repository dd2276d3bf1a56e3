using System.Text.Json.Nodes;
using ConflictBot.Channels.Rendering;
using ConflictBot.Channels.Web;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;

namespace ConflictBot.Channels.Slack;

/// <summary>The bot's home tab: what it knows, by article, outlet and date, and questions to start with.</summary>
internal sealed class SlackHome(ArticleLibrary library, Greeting greeting)
{
    private const int MostArticles = 30;
    private const int LongestLine = 500;

    public async Task<JsonArray> RenderAsync(Uri site, CancellationToken cancellationToken)
    {
        var introduction = await greeting.GetAsync(cancellationToken);
        var blocks = new SlackBlocks(Wording.English);
        var tail = new List<JsonObject>();
        var questions = introduction.Questions.Where(q => q.Length <= SlackButtonValue.LongestQuestion).Take(SlackBlocksRenderer.MostSuggestions).Select((q, i) => SlackButtons.Ask(q, i)).ToArray();
        if (questions.Length > 0)
            tail.AddRange([SlackBlocks.Header(SlackWording.HomeQuestions), SlackBlocks.Actions(questions)]);
        tail.Add(SlackBlocks.Context(SlackWording.AskHere));
        blocks.TryReserve(tail);
        blocks.TryReserve([SlackBlocks.Context(SlackWording.MoreArticles(int.MaxValue))]);

        blocks.Words(introduction.Words);
        blocks.TryAdd(SlackBlocks.Header(SlackWording.HomeTitle));
        var articles = library.All;
        var shown = 0;
        foreach (var article in articles.Take(MostArticles).Select(a => a.Article))
        {
            if (!blocks.TryAdd(SlackBlocks.Section(Line(article, site))))
                break;
            shown++;
        }

        if (shown < articles.Length)
            blocks.AddReserved([SlackBlocks.Context(SlackWording.MoreArticles(articles.Length - shown))]);
        blocks.AddReserved(tail);
        return blocks.ToArray();
    }

    private static string Line(Article article, Uri site)
    {
        var title = SlackText.Words(SlackText.Cut(CitationText.OneLine(article.DisplayTitle), LongestLine, out _)).Replace('|', '¦');
        var address = SlackText.Escape(new Uri(site, $"/articles/{Uri.EscapeDataString(article.Id.Value)}").AbsoluteUri);
        var outlet = SlackText.Words(SlackText.Cut(CitationText.Outlet(article.Metadata), LongestLine, out _));
        return $"<{address}|{title}>\n{outlet}, {CitationText.Published(article.Metadata)}";
    }
}
