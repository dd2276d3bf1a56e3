using ConflictBot.Cli;

namespace ConflictBot.Tests.Cli;

public sealed class AskArticlesTests
{
    private const string Festival = "The river festival\n\nThe mayor of Gavar said 300 people came to the river festival.\n";
    private const string Question = "How many people came to the river festival?";

    [Fact]
    public async Task A_folder_given_replaces_the_seeds_and_the_data_folder()
    {
        using var folder = new TemporaryFolder();
        folder.Write("articles/festival.txt", Festival);
        var articles = Path.Combine(folder.Path, "articles");
        var found = await CommandLineRun.OfAsync("ask", Question, "--json", "--articles", articles);
        found.Lines[0].GetProperty("excerpts")[0].GetProperty("article").GetString().ShouldBe("festival");
        var other = await CommandLineRun.OfAsync("ask", "Who is Ismail Demir?", "--json", "--articles", articles);
        other.Lines[0].GetProperty("kind").GetString().ShouldBe("none");
    }

    [Fact]
    public async Task Offsets_of_JSON_lines_are_within_the_paragraph()
    {
        using var folder = new TemporaryFolder();
        const string second = "It was cold. The mayor of Gavar said 300 people came to the river festival.";
        var path = folder.Write("a.jsonl", $$"""{"id":"fest","title":"The river festival","paragraphs":["Nothing happened.","{{second}}"]}""");
        var excerpt = (await CommandLineRun.OfAsync("ask", Question, "--json", "--articles", path)).Lines[0].GetProperty("excerpts")[0];
        excerpt.GetProperty("paragraph").GetInt32().ShouldBe(1);
        second[excerpt.GetProperty("start").GetInt32()..excerpt.GetProperty("end").GetInt32()].ShouldBe(excerpt.GetProperty("quote").GetString());
    }

    [Fact]
    public async Task Articles_that_are_not_there_are_named_and_nothing_is_answered()
    {
        var run = await CommandLineRun.OfAsync("ask", Question, "--articles", "nowhere-at-all");
        run.Code.ShouldBe(ExitCodes.Failed);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain("nowhere-at-all: There is no such file or folder.");
    }

    [Fact]
    public async Task An_ingested_article_is_answered_from_beside_the_seeds()
    {
        using var data = new TemporaryFolder();
        using var incoming = new TemporaryFolder();
        incoming.Write("festival.txt", Festival);
        File.WriteAllBytes(Path.Combine(incoming.Path, "broken.txt"), [1, 0, 2, 0, 0]);
        var ingest = await CommandLineRun.InFolderAsync(data, "", "ingest", incoming.Path);
        ingest.Code.ShouldBe(ExitCodes.Failed);
        ingest.Output.ShouldContain("Added: festival.txt");
        ingest.Error.ShouldContain("Not read: broken.txt: ");

        var again = await CommandLineRun.InFolderAsync(data, "", "ingest", Path.Combine(incoming.Path, "festival.txt"));
        again.Code.ShouldBe(ExitCodes.Ok);
        again.Output.ShouldContain("Replaced: festival.txt");

        var lines = (await CommandLineRun.InFolderAsync(data, Ask(Question) + Ask("Who is Ismail Demir?"), "ask", "--json")).Lines;
        lines.Select(l => l.GetProperty("excerpts")[0].GetProperty("article").GetString()![..3]).ShouldBe(["fes", "000"]);
    }

    [Fact]
    public async Task Without_seeds_only_the_data_folder_is_read()
    {
        var run = await CommandLineRun.OfAsync("ask", Question, "--Data:Seeds=false");
        run.Code.ShouldBe(ExitCodes.Failed);
        run.Error.ShouldBe("There is no article to answer from.\n");
    }

    private static string Ask(string question) => $$"""{"question":"{{question}}"}""" + "\n";
}
