using ConflictBot.Cli;

namespace ConflictBot.Tests.Cli;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Help_names_every_verb_and_every_exit_code()
    {
        var run = await CommandLineRun.OfAsync("--help");
        run.Code.ShouldBe(ExitCodes.Ok);
        foreach (var verb in new[] { "serve", "ask", "ingest", "timeline", "eval", "teams-package", "feedback", "--version", "--urls" })
            run.Output.ShouldContain(verb);
        foreach (var code in new[] { ExitCodes.Ok, ExitCodes.Failed, ExitCodes.Usage, ExitCodes.Configuration, ExitCodes.Interrupted })
            run.Output.ShouldContain($"  {code} ");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("ask")]
    [InlineData("ingest")]
    [InlineData("eval")]
    [InlineData("timeline")]
    [InlineData("teams-package")]
    [InlineData("feedback")]
    public async Task Every_verb_explains_itself_and_its_exit_codes(string verb)
    {
        var run = await CommandLineRun.OfAsync(verb, "--help");
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain(verb);
        run.Output.ShouldContain("Exit codes:");
    }

    [Fact]
    public async Task Version_says_what_is_compiled_in_and_would_be_used()
    {
        var run = await CommandLineRun.OfAsync("--version");
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain("ConflictBot 0.");
        run.Output.ShouldContain("Engine: ");
        run.Output.ShouldContain("Bot host: ");
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    [InlineData("ask", "--jsno")]
    [InlineData("ask", "--hits", "101", "Who?")]
    [InlineData("ask", "--hits", "many", "Who?")]
    [InlineData("ask", "--engine", "grep", "Who?")]
    [InlineData("ask", "--json", "--explain")]
    [InlineData("ask", "Who?", "--Index:Engin=memory")]
    [InlineData("ask", "Who?", "--Indx:Engine=memory")]
    [InlineData("eval")]
    [InlineData("eval", "--questions", "x", "--min-right1", "2")]
    [InlineData("eval", "--questions", "x", "--require", "right@1")]
    [InlineData("ingest")]
    public async Task A_command_line_that_means_nothing_is_a_usage_error(params string[] arguments)
    {
        var run = await CommandLineRun.OfAsync(arguments);
        run.Code.ShouldBe(ExitCodes.Usage);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldEndWith("Try --help.\n");
    }

    [Theory]
    [InlineData("--BotFramework:AppPassword=a-secret-never-shown", "BotFramework:AppId is missing")]
    [InlineData("--BotFramework:AppId=00000000-0000-0000-0000-000000000001", "BotFramework:TenantId is missing")]
    [InlineData("--BotFramework:AppType=managedidentity", "BotFramework:AppId is missing")]
    [InlineData("--Slack:BotToken=xoxb-a-secret-never-shown", "Slack is half configured: Slack:SigningSecret (or Slack:SigningSecretFile) is missing")]
    [InlineData("--Slack:SigningSecretFile=/no/such/file", "Slack is half configured: Slack:BotToken (or Slack:BotTokenFile) is missing")]
    public async Task A_half_configured_channel_stops_serve_with_a_line_that_names_what_is_missing(string setting, string problem)
    {
        var run = await CommandLineRun.OfAsync("serve", "--urls", "http://127.0.0.1:0", setting);
        run.Code.ShouldBe(ExitCodes.Configuration);
        run.Error.ShouldContain(problem);
        run.Error.ShouldNotContain("never-shown");
        run.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("--Index:Engine=grep", "Index:Engine must be one of: auto, memory, lucene.")]
    [InlineData("--Data:Seeds=perhaps", "'perhaps' at 'Data:Seeds' to true or false")]
    [InlineData("--Gazetteer:File=nowhere.tsv", "Gazetteer:File")]
    public async Task A_wrong_setting_is_named_with_what_is_allowed(string setting, string problem)
    {
        var run = await CommandLineRun.OfAsync("ask", "Who?", setting);
        run.Code.ShouldBe(ExitCodes.Configuration);
        run.Error.ShouldContain(problem);
        run.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task A_question_that_begins_with_an_at_sign_is_no_response_file() =>
        (await CommandLineRun.OfAsync("ask", "@nobody")).Error.ShouldBeEmpty();

    [Fact]
    public async Task Cancellation_ends_with_the_exit_code_of_an_interruption()
    {
        using var folder = new TemporaryFolder();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var streams = new CliStreams
        {
            Input = Stream.Null,
            Output = Stream.Null,
            Text = TextWriter.Null,
            Error = TextWriter.Null,
            InputIsTerminal = false,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
        };
        (await CommandLine.RunAsync(["ask", "Who?", $"--Data:Directory={folder.Path}"], streams, cancelled.Token)).ShouldBe(ExitCodes.Interrupted);
    }
}
