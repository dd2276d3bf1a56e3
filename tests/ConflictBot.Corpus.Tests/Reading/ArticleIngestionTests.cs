using System.Text;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Tests.Reading;

public sealed class ArticleIngestionTests : IDisposable
{
    private const string Sound = "A headline\n\nIt happened on Monday.";
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[], string> BadFiles => new()
    {
        { "a.txt", [], "The file is empty." },
        { "a.txt", " \r\n\t"u8.ToArray(), "The file holds nothing but white space." },
        { "a.txt", [0xEF, 0xBB, 0xBF], "The file holds nothing but white space." },
        { "a.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2], "The file is binary, not text: it holds NUL bytes." },
        { "a.md", [0x41, 0, 0x42, 0], "The file is binary, not text: it holds NUL bytes." },
        { "a.txt", [0x41, 0xE9, 0x42, 0x43], "The file is not valid UTF-8 text (byte 1 on). Save it as UTF-8." },
        { "a.html", [0x3C, 0x70, 0x3E, 0xC0, 0xAF], "The file is not valid UTF-8 text (byte 3 on). Save it as UTF-8." },
        { "a.txt", [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8], "The file is not valid UTF-16 text (byte 4 on). Save it as UTF-8." },
        { "a.txt", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0], "The file is UTF-32 text. Save it as UTF-8." },
        { "a.txt", "--\n\nNews\n\nDismiss"u8.ToArray(), "The file holds no text of an article." },
        { "a.html", "<html><script>var a = 1;</script></html>"u8.ToArray(), "The file holds no text of an article." },
        { "a.md", "```\ncode\n```"u8.ToArray(), "The file holds no text of an article." },
        { "a.jsonl", [], "The file is empty." },
        { "a.jsonl", [0xFF, 0xFE, 0x7B, 0], "The file is UTF-16 text. JSON lines are UTF-8." },
        { "a.jsonl", [0x7B, 0, 0x0A], "The file is binary, not text: it holds NUL bytes." },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_is_refused_by_name_with_a_reason(string name, byte[] bytes, string reason) =>
        (await _folder.RefusalAsync(name, bytes)).ShouldBe(reason);

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.html")]
    [InlineData("a.md")]
    public async Task A_file_that_is_too_large_is_refused_unread(string name)
    {
        using (var file = File.Create(_folder.At(name)))
            file.SetLength(100L * 1024 * 1024);
        (await _folder.ReadAsync()).ShouldHaveSingleItem().ShouldBe(new ArticleReadResult.Rejected(name, "The file is too large: 100.0 MiB, and the most is 16 MiB."));
    }

    [Fact]
    public async Task One_bad_file_stops_nothing()
    {
        _folder.Write("a.txt", Sound);
        _folder.Write("b.txt", [0xC0]);
        _folder.Write("sub/c.txt", Sound);
        _folder.Write("sub/deep/d.md", "# A headline\n\nIt happened.");
        _folder.Write("e.docx", [1]);
        _folder.Write(".hidden.txt", Sound);
        File.CreateSymbolicLink(_folder.At("z.txt"), _folder.At("nowhere"));
        Directory.CreateSymbolicLink(_folder.At("sub/loop"), _folder.Path);
        var results = await _folder.ReadAsync();
        results.Select(r => r.Source).ShouldBe(["a.txt", "b.txt", "c.txt", "d.md", "z.txt"]);
        results.OfType<ArticleReadResult.Accepted>().Select(a => a.Article.Id.Value).ShouldBe(["a", "c", "d"]);
        results[4].ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldBe("There is no such file.");
    }

    [Fact]
    public async Task A_file_that_may_not_be_read_says_so()
    {
        if (OperatingSystem.IsWindows())
            return;
        var path = _folder.Write("a.txt", Sound);
        File.SetUnixFileMode(path, UnixFileMode.None);
        var result = (await _folder.ReadAsync()).ShouldHaveSingleItem();
        // Permissions do not bind the superuser.
        if (Environment.IsPrivilegedProcess)
            result.ShouldBeOfType<ArticleReadResult.Accepted>();
        else
            result.ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldBe("The file can't be read: permission denied.");
    }

    [Fact]
    public async Task An_id_is_taken_once()
    {
        _folder.Write("a.html", "<h1>A headline</h1><p>It happened.</p>");
        _folder.Write("a.txt", Sound);
        _folder.Write("b.jsonl", """{"id":"a","paragraphs":["Text."]}""");
        var results = await _folder.ReadAsync();
        results[0].ShouldBeOfType<ArticleReadResult.Accepted>();
        results[1].ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldBe("The id “a” is already taken by a.html.");
        results[2].ShouldBeOfType<ArticleReadResult.Rejected>().Source.ShouldBe("b.jsonl:1");
    }

    [Fact]
    public async Task What_is_not_there_or_not_known_or_empty_is_told()
    {
        _folder.Write("a.pdf", [1]);
        Directory.CreateDirectory(_folder.At("empty"));
        var results = await TempFolder.ReadAsync(_folder.At("none"), _folder.At("a.pdf"), _folder.At("empty"), "");
        results.Cast<ArticleReadResult.Rejected>().Select(r => r.Reason).ShouldBe(
        [
            "There is no such file or folder.",
            "This kind of file is not read; it must be one of .txt, .html, .htm, .md, .markdown, .jsonl.",
            "The folder holds no articles (.txt, .html, .htm, .md, .markdown, .jsonl).",
            "There is no such file or folder.",
        ]);
    }

    [Fact]
    public async Task Metadata_stands_beside_the_articles_and_a_wrong_entry_is_reported()
    {
        _folder.Write("a.txt", Sound);
        _folder.Write("b.txt", Sound);
        _folder.Write("articles.json", """{"a":{"publisher":"Some Outlet","published":"2022-09","url":"https://example.org/a"},"b":{"published":"yesterday"}}""");
        var results = await _folder.ReadAsync();
        results[0].ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldBe("b: “published” is “yesterday”, and must be a date: 2022, 2022-09 or 2022-09-13.");
        var first = results[1].ShouldBeOfType<ArticleReadResult.Accepted>().Article.Metadata;
        (first.Publisher, first.Published, first.Url?.Host).ShouldBe(("Some Outlet", new PartialDate(2022, 9), "example.org"));
        results[2].ShouldBeOfType<ArticleReadResult.Accepted>().Article.Metadata.Publisher.ShouldBeNull();
    }

    [Theory]
    [InlineData("[]", "It must be one JSON object with a member for each article.")]
    [InlineData("{\"a\":1}", "a: it must be a JSON object.")]
    [InlineData("{\"a\":{\"title\":1}}", "a: “title” must be text or null.")]
    [InlineData("{\"a\":{\"publishedInferred\":\"no\"}}", "a: “publishedInferred” must be true or false.")]
    [InlineData("{\"a\":{\"url\":\"javascript:alert(1)\"}}", "a: “url” must be an absolute http or https address.")]
    [InlineData("{\"\":{}}", "“” can't be an article's id.")]
    public async Task Wrong_metadata_is_reported_and_the_article_read_without(string json, string problem)
    {
        _folder.Write("a.txt", Sound);
        _folder.Write("articles.json", json);
        var results = await _folder.ReadAsync();
        results[0].ShouldBe(new ArticleReadResult.Rejected("articles.json", problem));
        results[1].ShouldBeOfType<ArticleReadResult.Accepted>();
    }

    [Fact]
    public async Task Broken_json_metadata_is_reported()
    {
        _folder.Write("a.txt", Sound);
        _folder.Write("articles.json", "{");
        (await _folder.ReadAsync())[0].ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldStartWith("It is not valid JSON: ");
    }

    [Fact]
    public async Task Text_is_kept_exactly_after_the_byte_order_mark()
    {
        const string Text = "A headline\r\n\r\nIt happened – “so”, they said.\r\n";
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UTF8Encoding(false), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true) })
        {
            _folder.Write("a.txt", [.. encoding.Preamble, .. encoding.GetBytes(Text)]);
            var article = (await _folder.ReadAsync()).ShouldHaveSingleItem().ShouldBeOfType<ArticleReadResult.Accepted>().Article;
            article.Text.ShouldBe(Text);
            article.Paragraphs[0].Sentences[0].Span.In(Text).ShouldBe("It happened – “so”, they said.");
        }
    }

    [Fact]
    public async Task A_name_that_can_not_be_an_id_is_refused()
    {
        _folder.Write(new string('a', 210) + ".txt", Sound);
        (await _folder.ReadAsync()).ShouldHaveSingleItem().ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldStartWith("The file's name can't be an article's id");
    }

    [Fact]
    public async Task Cancelling_stops_it()
    {
        _folder.Write("a.txt", Sound);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => new ArticleIngestion().ReadAsync([_folder.Path], cancelled.Token).ToListAsync().AsTask());
    }
}
