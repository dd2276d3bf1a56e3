using System.Text;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Tests.Reading;

public sealed class MarkdownArticleReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public async Task Offsets_are_into_the_file_as_it_is(string newline)
    {
        var text = """
            ---
            title: "Fighting resumes"
            author: Jane Doe
            date: 2022-09-13T10:00:00Z
            source: 'Some Outlet'
            language: en
            tags:
              - war
            ---

            # Fighting **resumes**

            *By Jane Doe*

            ![Troops](troops.jpg)

            Fighting resumed on *Tuesday*,
            officials said. It [began](https://example.org) at midnight.

            Who fired first
            ---------------

            > Armenia said Azerbaijan did.

            - 49 soldiers were killed.
            - 50 soldiers were killed

            ```
            code();
            ```

            * * *

            Follow us on Twitter
            """.ReplaceLineEndings(newline);
        var article = await _folder.ReadOneAsync("a.md", text);
        article.Text.ShouldBe(text);
        article.Title!.Span.In(text).ShouldBe("Fighting **resumes**");
        article.Byline!.Value.In(text).ShouldBe("*By Jane Doe*");
        article.Paragraphs.Select(p => (p.IsHeading ? "# " : "") + p.Span.In(text)).ShouldBe(
        [
            $"Fighting resumed on *Tuesday*,{newline}officials said. It [began](https://example.org) at midnight.",
            "# Who fired first",
            "Armenia said Azerbaijan did.",
            "49 soldiers were killed.",
            "50 soldiers were killed",
        ]);
        article.Paragraphs[0].Sentences.Length.ShouldBe(2);
        article.Omitted.Select(o => o.Reason).ShouldBe(["metadata", "image", "markup", "separator line", "social media plea"]);
        var metadata = article.Metadata;
        (metadata.Title, metadata.Author, metadata.Publisher, metadata.Published).ShouldBe(("Fighting resumes", "Jane Doe", "Some Outlet", new PartialDate(2022, 9, 13)));
    }

    [Theory]
    [InlineData(">", 50_000)]
    [InlineData("> ", 200)]
    [InlineData("- ", 200)]
    [InlineData(" ", 5_000)]
    public async Task Nesting_without_end_is_refused(string mark, int times) =>
        (await _folder.RefusalAsync("deep.md", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(mark, times)) + "It happened."))).ShouldBe("The Markdown is nested too deeply.");

    [Theory]
    [InlineData("[")]
    [InlineData("*a ")]
    [InlineData("`a")]
    [InlineData("[a](")]
    public async Task Marks_without_end_are_text(string mark)
    {
        var text = string.Concat(Enumerable.Repeat(mark, 100_000));
        (await _folder.ReadOneAsync("a.md", text)).Paragraphs.ShouldHaveSingleItem().Span.ShouldBe(new TextSpan(0, text.TrimEnd().Length));
    }
}
