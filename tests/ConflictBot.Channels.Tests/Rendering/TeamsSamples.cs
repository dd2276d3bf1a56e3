using System.Collections.Immutable;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Channels.Tests.Rendering;

/// <summary>Answers that no message could hold whole.</summary>
internal static class TeamsSamples
{
    private const string Sentence = "Twelve trucks crossed the river at dawn, and twelve more were counted on the bridge by noon. ";

    public static readonly Article Long = new ArticleBuilder("long")
        .WithTitle(string.Concat(Enumerable.Repeat("A headline that does not end ", 30)).TrimEnd())
        .WithParagraph("It began so.", string.Concat(Enumerable.Repeat(Sentence, 400)).TrimEnd(), "It ended so.")
        .WithParagraph(new string('ա', 30_000))
        .WithMetadata(new ArticleMetadata { Publisher = string.Concat(Enumerable.Repeat("Example Post ", 100)), Published = new PartialDate(2020, 9, 13), PublishedInferred = true, Note = string.Concat(Enumerable.Repeat("Lines are missing. ", 100)) })
        .Build();

    public static SupportedAnswer LongExcerpts => new()
    {
        Text = "The articles say:",
        Resolved = "How many trucks crossed?",
        Excerpts = [SampleAnswers.Claim(Long, 0, 1, 1, "The Northern Ministry", "Northland", "Twelve trucks"), SampleAnswers.Claim(Long, 1, 0, 1, null, null)],
    };

    public static DisputedAnswer ManyGroups => new()
    {
        Text = string.Concat(Enumerable.Repeat("The articles give different numbers. ", 300)).TrimEnd(),
        Resolved = string.Concat(Enumerable.Repeat("How many trucks crossed? ", 80)).TrimEnd(),
        ResolvedFromConversation = true,
        Groups = [.. Enumerable.Range(1, 40).Select(i => new ClaimGroup(FormattableString.Invariant($"Side {i}"), [SampleAnswers.Claim(Long, 0, 1, 1, null, null, "Twelve")]))],
    };

    public static NoAnswer LongRefusal => new()
    {
        Text = string.Concat(Enumerable.Repeat("The articles don't answer that.\n", 2000)),
        Resolved = "Why?",
        Reason = NoAnswerReason.NoEvidence,
        Nearest = [SampleAnswers.Claim(Long, 1, 0, 1, null, null)],
        Suggestions = ["One?", new string('?', 5000), "Two?", "Three?", "Four?"],
    };

    /// <summary>Everywhere the one text, as long as it comes.</summary>
    public static IEnumerable<Answer> MadeOf(string text)
    {
        var article = new ArticleBuilder(new string('ш', ArticleId.MaxLength)).WithTitle(text).WithParagraph(text, text, text)
            .WithMetadata(new ArticleMetadata { Title = text, Publisher = text, Note = text, Published = new PartialDate(2020) }).Build();
        var claim = new Claim(Citation.Of(article, article.Paragraphs[0], 1), text, text, [new TextSpan(0, text.Length / 2)]);
        ImmutableArray<Claim> claims = [.. Enumerable.Repeat(claim, 25)];
        yield return new SupportedAnswer { Text = text, Resolved = text, ResolvedFromConversation = true, Excerpts = claims };
        yield return new DisputedAnswer { Text = text, Resolved = text, ResolvedFromConversation = true, Explanation = text, Groups = [.. claims.Select(c => new ClaimGroup(text, [c]))] };
        yield return new NoAnswer { Text = text, Resolved = text, ResolvedFromConversation = true, Reason = NoAnswerReason.WeakEvidence, Nearest = claims, Suggestions = [text, text, text, text] };
    }
}
