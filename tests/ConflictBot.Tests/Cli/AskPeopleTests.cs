using ConflictBot.Cli;

namespace ConflictBot.Tests.Cli;

public sealed class AskPeopleTests
{
    [Fact]
    public async Task Shows_the_quote_and_its_citation()
    {
        var run = await CommandLineRun.OfAsync("ask", "Who is Ismail Demir?");
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain("[1] “Turkey will upgrade Azerbaijan’s military equipment");
        run.Output.ShouldContain("bne IntelliNews, 19 July 2020");
    }

    [Fact]
    public async Task Tells_the_shell_that_nothing_could_be_answered() =>
        (await CommandLineRun.OfAsync("ask", "What is the population of Yerevan?")).Code.ShouldBe(ExitCodes.Failed);

    [Fact]
    public async Task Counts_a_greeting_as_answered() => (await CommandLineRun.OfAsync("ask", "hello")).Code.ShouldBe(ExitCodes.Ok);

    [Fact]
    public async Task Takes_a_conversation_from_a_pipe_a_question_a_line()
    {
        var run = await CommandLineRun.WithInputAsync("How many Azerbaijani soldiers were killed in September 2022?\n\nAnd Armenian?\n", "ask");
        run.Code.ShouldBe(ExitCodes.Ok);
        run.Output.ShouldContain("Your question was read as: How many Armenian soldiers were killed in September 2022?");
        run.Output.ShouldNotContain("? And");
    }

    [Fact]
    public async Task Stacks_both_sides_where_the_output_is_no_terminal()
    {
        var run = await CommandLineRun.OfAsync("ask", "Who started the September 2022 fighting?");
        run.Output.ShouldContain("\nArmenia\n");
        run.Output.ShouldContain("\nAzerbaijan\n");
        run.Output.ShouldNotContain("│");
    }

    [Fact]
    public async Task Explains_how_the_answer_came_about()
    {
        var run = await CommandLineRun.OfAsync("ask", "Who is Ismail Demir?", "--explain", "--hits", "3");
        foreach (var part in new[] { "Question\n", "Analysis\n", "Query\n", "Candidates (", "Decision\n", "Time\n" })
            run.Output.ShouldContain(part);
    }
}
