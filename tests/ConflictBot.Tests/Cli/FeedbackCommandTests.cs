using ConflictBot.Cli;
using ConflictBot.Configuration;
using ConflictBot.Core.Conversations;
using ConflictBot.Feedback;
using Microsoft.Extensions.Options;

namespace ConflictBot.Tests.Cli;

public sealed class FeedbackCommandTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public async Task Without_any_feedback_it_says_so_and_makes_no_folder()
    {
        var run = await RunAsync();
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldBe("There is no feedback.\n");
        (await RunAsync("--forget", "ann")).Output.ShouldBe("There is no feedback of that user.\n");
        Directory.Exists(Path.Combine(_data.Path, "feedback")).ShouldBeFalse();
    }

    [Fact]
    public async Task The_table_shows_every_line_and_counts_them()
    {
        await SayAsync("web", "zoe7", helpful: true, "Who started it?");
        await SayAsync("slack", "ben", helpful: false, "And\u001b[31m wounded?", "not what I asked");
        var run = await RunAsync();
        run.Output.ShouldContain("Who started it?");
        run.Output.ShouldContain("not what I asked");
        run.Output.ShouldContain("2 kept: 1 helpful, 1 not.");
        run.Output.ShouldNotContain("\u001b");
        run.Output.ShouldNotContain("zoe7");
    }

    [Fact]
    public async Task Csv_has_titles_and_a_row_for_each_line()
    {
        await SayAsync("web", "ann", helpful: true, "=cmd()");
        var rows = (await RunAsync("--csv")).Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(2);
        rows[0].ShouldBe("at,channel,user,helpful,question,excerpts,comment");
        rows[1].ShouldContain(",yes,\"'=cmd()\",");
    }

    [Fact]
    public async Task Json_prints_the_lines_as_they_are_kept()
    {
        await SayAsync("web", "ann", helpful: true, "Who?");
        await SayAsync("slack", "ann", helpful: true, "When?");
        var run = await RunAsync("--json", "--channel", "slack");
        var line = run.Lines.ShouldHaveSingleItem();
        line.GetProperty("question").GetString().ShouldBe("When?");
        line.GetProperty("channel").GetString().ShouldBe("slack");
    }

    [Fact]
    public async Task A_user_is_forgotten_on_one_channel_or_on_all()
    {
        foreach (var channel in new[] { "web", "slack", "web" })
            await SayAsync(channel, "ann", helpful: true, "Who?");
        await SayAsync("web", "ben", helpful: true, "Who?");
        (await RunAsync("--forget", "ann", "--channel", "slack")).Output.ShouldBe("1 line deleted.\n");
        (await RunAsync("--forget", "ann")).Output.ShouldBe("2 lines deleted.\n");
        (await RunAsync("--json")).Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_user_is_forgotten_by_the_hash_that_is_printed()
    {
        await SayAsync("web", "ann", helpful: true, "Who?");
        var hash = (await RunAsync("--json")).Lines[0].GetProperty("user").GetString()!;
        (await RunAsync("--forget", hash)).Output.ShouldBe("1 line deleted.\n");
        (await RunAsync()).Output.ShouldBe("There is no feedback.\n");
    }

    [Fact]
    public async Task A_damaged_line_is_told_and_hides_nothing()
    {
        await SayAsync("web", "ann", helpful: true, "Who?");
        var file = Directory.GetFiles(Path.Combine(_data.Path, "feedback"), "*.jsonl").Single();
        await File.AppendAllTextAsync(file, "damaged\n");
        var run = await RunAsync();
        run.Output.ShouldContain("1 kept: 1 helpful, 0 not.");
        run.Error.ShouldBe("1 damaged line was passed over.\n");
    }

    [Theory]
    [InlineData("--csv", "--json")]
    [InlineData("--csv", "--forget", "ann")]
    [InlineData("--forget", " ")]
    public async Task What_can_not_be_combined_is_a_usage_error(params string[] options) => (await RunAsync(options)).Code.ShouldBe(ExitCodes.Usage);

    private Task<CommandLineRun> RunAsync(params string[] options) => CommandLineRun.InFolderAsync(_data, "", ["feedback", .. options]);

    private async Task SayAsync(string channel, string user, bool helpful, string question, string? comment = null)
    {
        using var log = new FileFeedbackLog(Options.Create(new DataOptions { Directory = _data.Path }), Options.Create(new FeedbackOptions()), TimeProvider.System);
        await log.AppendAsync(new FeedbackEntry(DateTimeOffset.UtcNow, channel, user, helpful, question, [], comment), CancellationToken.None);
    }
}
