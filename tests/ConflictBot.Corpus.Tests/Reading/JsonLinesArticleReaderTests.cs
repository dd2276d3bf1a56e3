using System.Text;
using System.Text.Json;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Corpus.Tests.Reading;

public sealed class JsonLinesArticleReaderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_citation_reports_offsets_within_its_paragraph()
    {
        var article = await _folder.ReadOneAsync("a.jsonl", """{"id":"x","title":"Said and done","paragraphs":["News","One. Two is here.","By Amy Jones"],"publisher":"Some Outlet"}""");
        article.Paragraphs.Length.ShouldBe(3);
        article.Metadata.Publisher.ShouldBe("Some Outlet");
        var citation = Citation.Of(article, article.Paragraphs[1], 1);
        (citation.Quote, citation.ReportedSpan).ShouldBe(("Two is here.", new TextSpan(5, 17)));
        Citation.Of(article, article.Title!, 0).ReportedSpan.ShouldBe(new TextSpan(0, 13));
    }

    [Fact]
    public async Task An_empty_paragraph_keeps_its_place_and_is_no_passage()
    {
        var article = await _folder.ReadOneAsync("a.jsonl", """{"id":"x","paragraphs":["","It happened."," \n ","It ended."]}""");
        article.Title.ShouldBeNull();
        article.Paragraphs.Select(p => (p.Index, p.IsBlank)).ShouldBe([(0, true), (1, false), (2, true), (3, false)]);
        new PassageSplitter(_ => []).Split(article).Select(p => p.Body).ShouldBe(["It happened.", "It ended."]);
        Citation.Of(article, article.Paragraphs[3], 0).Quote.ShouldBe("It ended.");
    }

    [Fact]
    public async Task A_bad_line_is_refused_by_its_number_and_the_rest_are_read()
    {
        _folder.Write(
            "a.jsonl",
            "\uFEFF{\"id\":\"a\",\"paragraphs\":[\"It happened.\"]}\r\n"
                + "not json\n\n"
                + "[1]\n"
                + "{\"title\":\"T\",\"paragraphs\":[]}\n"
                + "{\"id\":\"b\"}\n"
                + "{\"id\":\"b\",\"paragraphs\":[1]}\n"
                + "{\"id\":\"b\",\"paragraphs\":[\" \"]}\n"
                + "{\"id\":\"b\",\"paragraphs\":[\"\\ud800\"]}\n"
                + "{\"id\":\"b\",\"title\":7,\"paragraphs\":[\"It.\"]}\n"
                + "{\"id\":\"c\",\"paragraphs\":[\"It ended.\"]}");
        var results = await _folder.ReadAsync();
        results.OfType<ArticleReadResult.Accepted>().Select(a => (a.Source, a.Article.Id.Value)).ShouldBe([("a.jsonl:1", "a"), ("a.jsonl:11", "c")]);
        var rejected = results.OfType<ArticleReadResult.Rejected>().ToList();
        rejected.Select(r => r.Source).ShouldBe(["a.jsonl:2", "a.jsonl:4", "a.jsonl:5", "a.jsonl:6", "a.jsonl:7", "a.jsonl:8", "a.jsonl:9", "a.jsonl:10"]);
        rejected[0].Reason.ShouldStartWith("The line is not valid JSON: ");
        rejected[6].Reason.ShouldBe("The line holds text that is not valid Unicode.");
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_passed_over()
    {
        var path = _folder.At("a.jsonl");
        await using (var file = File.Create(path))
        {
            await file.WriteAsync("{\"id\":\"a\",\"paragraphs\":[\""u8.ToArray());
            await file.WriteAsync(Enumerable.Repeat((byte)'x', ReadLimits.MaxBytes).ToArray());
            await file.WriteAsync("\"]}\n{\"id\":\"b\",\"paragraphs\":[\"It ended.\"]}\n"u8.ToArray());
            await file.WriteAsync(Enumerable.Repeat((byte)'y', ReadLimits.MaxBytes + 1).ToArray());
        }

        var results = await _folder.ReadAsync();
        results.Select(r => r.Source).ShouldBe(["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]);
        results[0].ShouldBeOfType<ArticleReadResult.Rejected>().Reason.ShouldBe("The line is longer than 16 MiB.");
        results[1].ShouldBeOfType<ArticleReadResult.Accepted>();
        results[2].ShouldBeOfType<ArticleReadResult.Rejected>();
    }

    [Fact]
    public async Task A_file_of_nothing_but_bad_lines_is_given_up()
    {
        _folder.Write("a.jsonl", string.Concat(Enumerable.Repeat("x\n", 5000)));
        var results = await _folder.ReadAsync();
        results.Count.ShouldBe(1001);
        results[^1].ShouldBe(new ArticleReadResult.Rejected("a.jsonl", "The file has 1000 bad lines; what follows line 1000 was left unread."));
    }

    [Fact]
    public void Any_paragraphs_give_sentences_whose_reported_offsets_cut_them_from_their_paragraph()
    {
        var pieces = Gen.Elements("It began. ", "It ended", ".", " ", "\n\n", "“So,” ", "\uD83D\uDE00", "", "U.S. President X. ");
        var paragraphs = pieces.ListOf().Select(p => string.Concat(p)).ListOf();
        Prop.ForAll(paragraphs.ToArbitrary(), list =>
        {
            if (list.All(string.IsNullOrWhiteSpace))
                return true;
            var line = JsonSerializer.Serialize(new { id = "x", title = "T. U.", paragraphs = list });
            _folder.Write("p.jsonl", Encoding.UTF8.GetBytes(line));
            var article = ((ArticleReadResult.Accepted)TempFolder.ReadAsync(_folder.At("p.jsonl")).GetAwaiter().GetResult().Single()).Article;
            return article.Paragraphs.Length == list.Count
                && article.Paragraphs.All(p => p.Sentences.All(s => s.Span.In(article.Text) == list[p.Index][(s.Span.Start - p.Origin)..(s.Span.End - p.Origin)]));
        }).Check(Config.QuickThrowOnFailure);
    }
}
