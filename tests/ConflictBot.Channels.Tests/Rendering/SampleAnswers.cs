using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Channels.Tests.Rendering;

/// <summary>Answers of every kind, over articles made up for the purpose.</summary>
internal static class SampleAnswers
{
    public static readonly Article Named = new ArticleBuilder("named")
        .WithTitle("Talks on the \"border\" [continued]")
        .WithParagraph("The ministers met on Monday.", "They agreed on nothing, a spokesman said.")
        .WithParagraph("The Northern Ministry said 12 trucks had crossed.")
        .WithMetadata(new ArticleMetadata { Title = "Talks on the \"border\" [continued]", Publisher = "Example Post", Published = new PartialDate(2020, 7, 19) })
        .Build();

    public static readonly Article Unnamed = new ArticleBuilder("un named/2")
        .WithTitle("A view from the other bank")
        .WithParagraph("The Southern Ministry put the number of trucks at 15.")
        .WithMetadata(new ArticleMetadata { Published = new PartialDate(2020, 7), PublishedInferred = true, Note = "Two lines seem to be <missing>." })
        .Build();

    /// <summary>An article whose author wants to be more than quoted.</summary>
    public static readonly Article Hostile = new ArticleBuilder("hostile")
        .WithTitle("<img src=x onerror=alert(1)> \" onmouseover=\"alert(2)")
        .WithParagraph("He said: <script>alert('x')</script> & [click](javascript:alert(3)) **bold** `code` | $$x$$ {aria-label=\"y\"} example.com (c) ... -- ![i](http://e.example/i.png) </blockquote>")
        .WithParagraph("First line\n1. of\n# three\n\n> wrapped\tlines, 49 in all.")
        .WithMetadata(new ArticleMetadata { Title = "<img src=x onerror=alert(1)> \" onmouseover=\"alert(2)", Publisher = "*Post* <b>", Published = new PartialDate(2021), Note = "[note](x) </p>" })
        .Build();

    public static SupportedAnswer Supported => new()
    {
        Text = "The articles say:",
        Resolved = "Where did the ministers meet in July 2020?",
        ResolvedFromConversation = true,
        Excerpts = [Claim(Named, 0, 0, 2, null, null, "met on Monday", "nothing"), Claim(Unnamed, 0, 0, 1, "the Southern Ministry", "Southland", "15")],
    };

    public static DisputedAnswer Disputed => new()
    {
        Text = "The articles give different numbers.",
        Resolved = "How many trucks crossed?",
        Explanation = "They are from different sides.",
        Groups =
        [
            new ClaimGroup("Northland", [Claim(Named, 1, 0, 1, "The Northern Ministry", "Northland", "12 trucks")]),
            new ClaimGroup("Southland", [Claim(Unnamed, 0, 0, 1, "Southland’s ministry", "Southland", "15")]),
        ],
    };

    public static NoAnswer None => new()
    {
        Text = "The articles don't answer that.",
        Resolved = "Who drove?",
        Reason = NoAnswerReason.WeakEvidence,
        Nearest = [Claim(Named, 1, 0, 1, "The Northern Ministry", "Northland")],
        Suggestions = ["How many trucks crossed?", "What did the \"Northern\" Ministry say?"],
    };

    /// <summary>Claims that differ, asked for in Russian.</summary>
    public static DisputedAnswer Russian => Disputed with
    {
        Language = QuestionLanguage.Russian,
        Text = Wording.In(QuestionLanguage.Russian).Numbers,
        Explanation = Wording.In(QuestionLanguage.Russian).DifferentSides,
        ResolvedFromConversation = true,
    };

    /// <summary>No answer, and the question was Armenian.</summary>
    public static NoAnswer Armenian => None with
    {
        Language = QuestionLanguage.Armenian,
        Text = Wording.In(QuestionLanguage.Armenian).NoAnswer,
        Nearest = [Claim(Unnamed, 0, 0, 1, "the Southern Ministry", "Southland")],
        ResolvedFromConversation = true,
    };

    public static DisputedAnswer HostileAnswer => new()
    {
        Text = "Nothing speaks of \"<b>*you*</b> [a](b)\".",
        Resolved = "</q><script>alert(4)</script> *what*?",
        ResolvedFromConversation = true,
        Groups =
        [
            new ClaimGroup("# <i>One</i>", [Claim(Hostile, 0, 0, 1, "<u>He</u> [x](y)", null, "<script>alert('x')</script>", "**bold**")]),
            new ClaimGroup("Two", [Claim(Hostile, 1, 0, 1, null, null, "49")]),
        ],
    };

    public static Claim Claim(Article article, int paragraph, int sentence, int count, string? speaker, string? side, params string[] emphasised)
    {
        var citation = Citation.Of(article, article.Paragraphs[paragraph], sentence, count);
        var emphasis = emphasised.Select(words =>
        {
            var at = citation.Quote.IndexOf(words, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0);
            return new TextSpan(at, at + words.Length);
        });
        return new Claim(citation, speaker, side, [.. emphasis]);
    }
}
