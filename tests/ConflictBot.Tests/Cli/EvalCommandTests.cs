using System.Text.Json;
using ConflictBot.Cli;

namespace ConflictBot.Tests.Cli;

public sealed class EvalCommandTests : IDisposable
{
    private const string Questions = """
        {"id":"e1","question":"Who is Ismail Demir?","kind":"who","answerable":true,"all_of":[[{"doc":"000","text":"Turkish Defense Industries chairman Ismail Demir"}]]}
        {"id":"e2","question":"Who is Ismail Demir?","kind":"who","answerable":true,"all_of":[[{"doc":"000","text":"The Kremlin said Moscow was ready to act as a mediator."}]]}
        {"id":"e3","question":"Who won the 2022 World Cup?","kind":"unanswerable","answerable":false,"all_of":[]}
        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Prints_our_figures_beside_plain_BM25()
    {
        var run = await EvalAsync("--misses");
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain("plain BM25");
        run.Output.ShouldMatch(@"right@1\s+\|\s+0\.500 \|\s+1/2 \|");
        run.Output.ShouldMatch(@"refused-rightly\s+\|\s+1\.000 \|\s+1/1 \|");
        run.Output.ShouldContain("e2  wrong  (who) Who is Ismail Demir?");
        run.Output.ShouldNotContain("e1  ");
    }

    [Fact]
    public async Task Labels_of_who_says_what_are_scored_like_questions()
    {
        const string Labels = """
            {"doc":"000","text":"The Kremlin said Moscow was ready","reported":true,"speaker":"Kremlin","kind":"government","verb":"said","side":"Russia","date":null}
            {"doc":"000","text":"Russian Defence Ministry described","reported":true,"speaker":"Kremlin","kind":"government","verb":"described","verbs":["denied"],"side":"Russia","date":"2020-07-19"}
            {"doc":"000","text":"Erdogan did not offer proof","reported":false,"why":"negated"}
            """;
        var run = await CommandLineRun.OfAsync("eval", "--questions", _folder.Write("labels.jsonl", Labels), "--misses", "--require", "speaker>=0.5");

        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldMatch(@"speakers, 3 labels");
        run.Output.ShouldMatch(@"reported-recall\s+\|\s+1\.000 \|\s+2/2 \|");
        run.Output.ShouldMatch(@"speaker\s+\|\s+0\.500 \|\s+1/2 \|");
        run.Output.ShouldMatch(@"verb\s+\|\s+1\.000 \|\s+2/2 \|");
        run.Output.ShouldContain("000.19  speaker, date  Russian Defence Ministry described");
        run.Output.ShouldNotContain("000.21  ");
    }

    [Fact]
    public async Task A_report_as_JSON_is_what_a_later_run_compares_itself_with()
    {
        var report = await EvalAsync("--json");
        JsonDocument.Parse(report.Output).RootElement.GetProperty("outcomes").GetArrayLength().ShouldBe(3);
        var baseline = _folder.Write("before.json", report.Output.Replace("\"wrong\"", "\"right@1\"", StringComparison.Ordinal));
        var run = await EvalAsync("--baseline", baseline);
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain("before");
        run.Output.ShouldContain("e2  right@1 → wrong");
    }

    [Theory]
    [InlineData("--min-right1", "0.5", ExitCodes.Ok, "")]
    [InlineData("--min-right1", "0.51", ExitCodes.Failed, "right@1 is 0.5, and must be at least 0.51.\n")]
    [InlineData("--require", "refused-wrongly<=0.1", ExitCodes.Ok, "")]
    [InlineData("--require", "right@3<=0.1", ExitCodes.Failed, "right@3 is 0.5, and must be at most 0.1.\n")]
    [InlineData("--require", "elegance>=1", ExitCodes.Failed, "The report has no metric elegance.\n")]
    public async Task A_threshold_that_is_missed_is_told_to_the_shell(string option, string value, int code, string error)
    {
        var run = await EvalAsync(option, value);
        run.Code.ShouldBe(code);
        run.Error.ShouldBe(error);
    }

    [Theory]
    [InlineData("not json", "Line 1 is no question")]
    [InlineData("""{"id":"s","question":"Who?","answerable":true,"article":"Nowhere","paragraph":0,"answers":["x"]}""", "not loaded: give the articles with --articles.")]
    [InlineData("""{"id":"n","question":"Who?","kind":"who","answerable":true,"all_of":[[{"doc":"000","text":"no such words"}]]}""", "not loaded, or does not say so.")]
    [InlineData("""{"doc":"000","text":"no such words","reported":false}""", "not loaded, or does not say so.")]
    [InlineData("", "holds no question")]
    public async Task A_question_set_that_can_not_be_scored_is_explained(string questions, string problem)
    {
        var run = await CommandLineRun.OfAsync("eval", "--questions", _folder.Write("q.jsonl", questions));
        run.Code.ShouldBe(ExitCodes.Failed);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(problem);
    }

    public void Dispose() => _folder.Dispose();

    private Task<CommandLineRun> EvalAsync(params string[] more) =>
        CommandLineRun.OfAsync(["eval", "--questions", _folder.Write("questions.jsonl", Questions), .. more]);
}
