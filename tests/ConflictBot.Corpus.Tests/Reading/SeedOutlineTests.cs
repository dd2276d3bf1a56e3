using System.Text;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Tests.Reading;

public sealed class SeedOutlineTests
{
    public static TheoryData<string> Prefixes => ["000", "001", "002", "003", "004"];

    /// <summary>The reviewed outlines stand in Golden/; set UPDATE_GOLDEN=1 to write them anew, and review the difference.</summary>
    [Theory]
    [MemberData(nameof(Prefixes))]
    public async Task Each_seed_has_its_reviewed_outline(string prefix)
    {
        var outline = Describe(await Seeds.ReadAsync(prefix));
        var golden = Path.Combine(Seeds.Folder, "..", "tests", "ConflictBot.Corpus.Tests", "Reading", "Golden", prefix + ".outline.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, outline);
        outline.ShouldBe((await File.ReadAllTextAsync(golden)).ReplaceLineEndings("\n"));
    }

    // One line each: what it is, where, how many sentences, and how it starts.
    private static string Describe(Article article)
    {
        var lines = new List<(int Start, string Line)>();
        void Add(string kind, TextSpan span, int sentences)
        {
            var start = span.In(article.Text).ReplaceLineEndings("⏎");
            lines.Add((span.Start, $"{kind} {span}{(sentences > 0 ? $" x{sentences}" : "")} {(start.Length > 60 ? start[..60] + "…" : start)}"));
        }

        foreach (var p in article.TitleAndBody)
            Add(p.Index < 0 ? "title" : p.IsHeading ? $"heading {p.Index}" : $"paragraph {p.Index}", p.Span, p.Sentences.Length);
        if (article.Byline is { } byline)
            Add("byline", byline, 0);
        if (article.Dateline is { } dateline)
            Add("dateline", dateline, 0);
        foreach (var omitted in article.Omitted)
            Add($"omitted as {omitted.Reason}", omitted.Span, 0);
        return lines.OrderBy(l => l.Start).Aggregate(new StringBuilder(), (text, l) => text.Append(l.Line).Append('\n')).ToString();
    }
}
