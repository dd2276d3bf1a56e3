using System.Collections.Immutable;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Tests.Cli;

/// <summary>Answers made by hand, of every kind.</summary>
internal static class Answers
{
    public static readonly Article Wire = new ArticleBuilder("wire")
        .WithTitle("Two villages counted their sheep")
        .WithMetadata(new ArticleMetadata { Publisher = "The Wire", Published = new PartialDate(2021, 5), PublishedInferred = true, Note = "Some lines are missing." })
        .WithParagraph("The mayor of Upton counted 12 sheep.", "He was tired.")
        .WithParagraph("The mayor of Downton counted 13 sheep.")
        .Build();

    public static readonly Article Unnamed = new ArticleBuilder("plain").WithParagraph("It rained.").Build();

    public static Claim Claim(Article article, int paragraph, string? speaker = null, string? side = null, string? emphasis = null)
    {
        var citation = Citation.Of(article, article.Paragraphs[paragraph], 0);
        var at = emphasis is null ? -1 : citation.Quote.IndexOf(emphasis, StringComparison.Ordinal);
        ImmutableArray<TextSpan> spans = at < 0 ? [] : [new TextSpan(at, at + emphasis!.Length)];
        return new Claim(citation, speaker, side, spans);
    }

    public static SupportedAnswer Supported() => new()
    {
        Text = "An article says:",
        Resolved = "How many sheep are there in Upton?",
        Excerpts = [Claim(Wire, 0, "the mayor of Upton", "Upton", "12 sheep"), Claim(Unnamed, 0)],
    };

    public static DisputedAnswer Disputed() => new()
    {
        Text = "The villages' figures differ.",
        Resolved = "How many sheep are there?",
        Explanation = "Each counted its own.",
        Groups =
        [
            new ClaimGroup("Upton", [Claim(Wire, 0, "the mayor of Upton", "Upton", "12 sheep")]),
            new ClaimGroup("Downton", [Claim(Wire, 1, "the mayor of Downton", "Downton", "13 sheep")]),
        ],
    };

    public static NoAnswer None() => new()
    {
        Text = "The articles don't answer that.",
        Resolved = "How many goats are there?",
        Reason = NoAnswerReason.WeakEvidence,
        Nearest = [Claim(Wire, 1)],
        Suggestions = ["How many sheep are there in Upton?"],
    };
}
