using System.Text.Json.Nodes;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Reading;
using ConflictBot.Corpus.Tests.Reading;

namespace ConflictBot.Corpus.Tests.Loading;

public sealed class DataFolderTests : IDisposable
{
    private readonly TempFolder _source = new();
    private readonly TempFolder _data = new();
    private readonly DataFolder _folder;

    public DataFolderTests() => _folder = new DataFolder(_data.Path, new ArticleIngestion(), [Seeds.Folder]);

    public void Dispose()
    {
        _source.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task What_can_be_read_is_copied_byte_for_byte_and_the_rest_refused_by_name()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "A headline\r\n\r\nAlpha stands here.\r\n"u8];
        _source.Write("a.txt", bytes);
        _source.Write("bad.txt", [0xC0]);
        var report = await IngestAsync(_source.Path);
        report.Accepted.ShouldBe([new IngestedArticle("a.txt", new ArticleId("a"), "A headline", Replaced: false)]);
        report.Rejected.ShouldHaveSingleItem().Source.ShouldBe("bad.txt");
        File.ReadAllBytes(Path.Combine(_folder.ArticlesPath, "a.txt")).ShouldBe(bytes);
        Copies().ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Metadata_is_carried_along_beside_what_is_there()
    {
        _source.Write("one/a.txt", "A headline\n\nAlpha stands here.");
        _source.Write("one/articles.json", """{"a":{"publisher":"Some Outlet","rating":5},"other":{"publisher":"X"}}""");
        _source.Write("two/b.txt", "B headline\n\nBravo stands here.");
        _source.Write("two/articles.json", """{"b":{"publisher":"Other Outlet"}}""");
        await IngestAsync(_source.At("one"));
        await IngestAsync(_source.At("two"));
        var metadata = JsonNode.Parse(File.ReadAllText(Path.Combine(_folder.ArticlesPath, "articles.json")))!.AsObject();
        metadata.Select(e => e.Key).ShouldBe(["a", "b"]);
        metadata["a"]!["rating"]!.GetValue<int>().ShouldBe(5);
        var results = await TempFolder.ReadAsync(_folder.ArticlesPath);
        results.Cast<ArticleReadResult.Accepted>().Select(r => r.Article.Metadata.Publisher).ShouldBe(["Some Outlet", "Other Outlet"]);
    }

    [Fact]
    public async Task A_file_of_the_same_name_takes_the_place_of_the_older_one()
    {
        _source.Write("a.txt", "A headline\n\nAlpha stands here.");
        await IngestAsync(_source.Path);
        _source.Write("a.txt", "A headline\n\nBravo stands here.");
        (await IngestAsync(_source.At("a.txt"))).Accepted.ShouldHaveSingleItem().Replaced.ShouldBeTrue();
        File.ReadAllText(Path.Combine(_folder.ArticlesPath, "a.txt")).ShouldContain("Bravo");
    }

    [Fact]
    public async Task An_id_that_another_file_has_is_refused()
    {
        _source.Write("a.txt", "A headline\n\nAlpha stands here.");
        _source.Write("two/a.md", "# A headline\n\nBravo stands here.");
        _source.Write("two/b.jsonl", "{\"id\":\"a\",\"paragraphs\":[\"Charlie.\"]}");
        await IngestAsync(_source.At("a.txt"));
        var report = await IngestAsync(_source.At("two"), Seeds.Files.First());
        report.Accepted.ShouldBeEmpty();
        var seed = Path.GetFileName(Seeds.Files.First());
        report.Rejected.Select(r => r.Reason).ShouldBe(
        [
            "The id “a” is already taken by a.txt.",
            "The id “a” is already taken by a.txt.",
            $"The id “{Path.GetFileNameWithoutExtension(seed)}” is already taken by {seed} (which is always read).",
        ]);
        Copies().ShouldBe(["a.txt"]);
    }

    [Fact]
    public async Task Of_a_json_lines_file_the_good_lines_are_kept()
    {
        _source.Write("a.jsonl", "{\"id\":\"x\",\"paragraphs\":[\"It began.\"]}\nnonsense\n{\"id\":\"y\",\"paragraphs\":[\"It ended.\"]}\n{\"id\":\"x\",\"paragraphs\":[\"Twice.\"]}");
        var report = await IngestAsync(_source.Path);
        report.Accepted.Select(a => a.Id.Value).ShouldBe(["x", "y"]);
        report.Rejected.Select(r => r.Source).ShouldBe(["a.jsonl:2", "a.jsonl:4"]);
        File.ReadAllLines(Path.Combine(_folder.ArticlesPath, "a.jsonl")).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Ingests_at_the_same_time_take_turns()
    {
        for (var i = 0; i < 8; i++)
        {
            _source.Write($"{i}/{i}.txt", $"Headline {i}\n\nParagraph {i} stands here.");
            _source.Write($"{i}/articles.json", $"{{\"{i}\":{{\"publisher\":\"Outlet {i}\"}}}}");
        }

        var reports = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => new DataFolder(_data.Path, new ArticleIngestion()).IngestAsync([_source.At($"{i}")], null, CancellationToken.None))));
        reports.ShouldAllBe(r => r.Rejected.IsEmpty && r.Accepted.Length == 1);
        var results = await TempFolder.ReadAsync(_folder.ArticlesPath);
        results.Cast<ArticleReadResult.Accepted>().Select(r => r.Article.Metadata.Publisher).ShouldBe(Enumerable.Range(0, 8).Select(i => $"Outlet {i}"));
    }

    [Fact]
    public async Task A_data_folder_that_can_not_be_made_is_told()
    {
        var file = _source.Write("file", "not a folder");
        var report = await new DataFolder(file, new ArticleIngestion()).IngestAsync([_source.Path], null, CancellationToken.None);
        report.Rejected.ShouldHaveSingleItem().Reason.ShouldStartWith("The data folder can't be written: ");
    }

    [Fact]
    public async Task Broken_metadata_in_the_data_folder_is_not_overwritten()
    {
        _source.Write("a.txt", "A headline\n\nAlpha stands here.");
        _source.Write("articles.json", """{"a":{"publisher":"Some Outlet"}}""");
        _data.Write("articles/articles.json", "{ broken");
        var report = await IngestAsync(_source.Path);
        report.Accepted.ShouldBeEmpty();
        report.Rejected.ShouldHaveSingleItem().Reason.ShouldContain("mend or remove it");
        File.ReadAllText(_data.At("articles/articles.json")).ShouldBe("{ broken");
    }

    private Task<IngestReport> IngestAsync(params string[] paths) => _folder.IngestAsync(paths, null, CancellationToken.None);

    private IEnumerable<string?> Copies() => Directory.GetFiles(_folder.ArticlesPath).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
