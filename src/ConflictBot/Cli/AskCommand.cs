using System.CommandLine;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using ConflictBot.Cli.Json;
using ConflictBot.Cli.Terminal;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Conversations;
using Spectre.Console;

namespace ConflictBot.Cli;

/// <summary><c>ask</c>: answers in the terminal, for people or, with <c>--json</c>, for scripts.</summary>
internal sealed class AskCommand(Invocation invocation, AskCommand.Arguments arguments)
{
    private const string Prompt = "? ";

    private readonly CliStreams _streams = invocation.Streams;

    internal sealed record Arguments(string? Question, bool Json, string? Articles, int? Hits, bool Explain);

    public static Command Create(Invocation invocation)
    {
        var question = new Argument<string[]>("question")
        {
            Description = "The question. Without one: a conversation in a terminal, a question a line from a pipe.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        question.Validators.Add(result =>
        {
            // An option this verb has not would otherwise be asked as a question.
            if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal))?.Value is { } option && !result.Tokens.Any(t => t.Value.Contains(' ')))
                result.AddError($"There is no option '{option}'.");
        });
        var json = new Option<bool>("--json") { Description = "Read questions as JSON lines from standard input, and write a JSON line for each." };
        var articles = SharedOptions.Articles();
        var engine = SharedOptions.Engine();
        var hits = new Option<int?>("--hits") { Description = "Also give the N best paragraphs, ranked before any refusal (0 to 100).", HelpName = "N" };
        hits.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var n) && n is >= 0 and <= 100))
                result.AddError("--hits must be a number from 0 to 100.");
        });
        var explain = new Option<bool>("--explain") { Description = "Show how the answer came about." };
        var command = new Command("ask", "Answer a question in the terminal.") { question, json, articles, engine, hits, explain };
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(explain))
                result.AddError("--explain is for people; it can't be combined with --json.");
        });
        command.SetAction((parsed, cancellationToken) =>
        {
            var words = parsed.GetValue(question) ?? [];
            var given = new Arguments(
                words.Length == 0 ? null : string.Join(' ', words),
                parsed.GetValue(json), parsed.GetValue(articles), parsed.GetValue(hits), parsed.GetValue(explain));
            return new AskCommand(invocation.With(SharedOptions.EngineKey, parsed.GetValue(engine)), given).RunAsync(cancellationToken);
        });
        return command;
    }

    private async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var bot = await invocation.StartBotAsync(arguments.Articles, cancellationToken);
        await bot.Report.WriteRejectedAsync(_streams.Error);
        if (bot.Report.Articles == 0)
        {
            await _streams.Error.WriteLineAsync("There is no article to answer from.");
            return ExitCodes.Failed;
        }

        if (arguments.Json)
            return arguments.Question is { } one ? await AnswerOneLineAsync(bot.Answerer, one, cancellationToken) : await AnswerLinesAsync(bot.Answerer, cancellationToken);
        return arguments.Question is { } question
            ? await AnswerPersonAsync(bot.Answerer, new[] { question }.ToAsyncEnumerable(), cancellationToken)
            : await ConverseAsync(bot.Answerer, cancellationToken);
    }

    private async Task<int> AnswerOneLineAsync(QuestionAnswerer answerer, string question, CancellationToken cancellationToken)
    {
        var (result, elapsed) = await AskAsync(answerer, question, ConversationState.Empty, cancellationToken);
        await new AnswerLineWriter(_streams.Output).WriteAsync(AnswerLines.Of(id: null, result, elapsed, arguments.Hits is not null), cancellationToken);
        return ExitCodes.Ok;
    }

    private async Task<int> AnswerLinesAsync(QuestionAnswerer answerer, CancellationToken cancellationToken)
    {
        var writer = new AnswerLineWriter(_streams.Output);
        var conversations = new RecentConversations();
        await foreach (var bytes in LineReader.ReadAsync(_streams.Input, cancellationToken))
        {
            var line = bytes is null
                ? new QuestionLine.Unreadable(null, $"The line is longer than {LineReader.MaxLineBytes} bytes.")
                : QuestionLine.Parse(bytes);
            switch (line)
            {
                case QuestionLine.Asked asked:
                    var (result, elapsed) = await AskAsync(answerer, asked.Question, conversations.Get(asked.Conversation), cancellationToken);
                    conversations.Set(asked.Conversation, result.Conversation);
                    await writer.WriteAsync(AnswerLines.Of(asked.Id, result, elapsed, arguments.Hits is not null), cancellationToken);
                    break;
                case QuestionLine.Unreadable unreadable:
                    await writer.WriteAsync(AnswerLines.Unreadable(unreadable.Id, unreadable.Problem), cancellationToken);
                    break;
            }
        }

        return ExitCodes.Ok;
    }

    private async Task<int> ConverseAsync(QuestionAnswerer answerer, CancellationToken cancellationToken)
    {
        if (!_streams.InputIsTerminal)
            return await AnswerPersonAsync(answerer, ReadLinesAsync(cancellationToken), cancellationToken);
        await _streams.Text.WriteLineAsync("Ask about the Armenia–Azerbaijan conflict. An empty line or Ctrl-D ends the conversation.");
        await AnswerPersonAsync(answerer, ReadLinesAsync(cancellationToken), cancellationToken);
        return ExitCodes.Ok;
    }

    /// <summary>The lines of standard input up to its end, with a prompt before each and an empty one as the end where a person types them.</summary>
    private async IAsyncEnumerable<string> ReadLinesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(_streams.Input, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        while (true)
        {
            if (_streams.InputIsTerminal)
                await _streams.Text.WriteAsync(Prompt);
            // A console's read can't be cancelled; waiting for it can.
            var line = await Task.Run(reader.ReadLine, cancellationToken).WaitAsync(cancellationToken);
            if (line is null || (_streams.InputIsTerminal && string.IsNullOrWhiteSpace(line)))
                yield break;
            if (!string.IsNullOrWhiteSpace(line))
                yield return line;
        }
    }

    private async Task<int> AnswerPersonAsync(QuestionAnswerer answerer, IAsyncEnumerable<string> questions, CancellationToken cancellationToken)
    {
        var console = _streams.OpenConsole();
        var printer = new AnswerPrinter(console);
        var state = ConversationState.Empty;
        var code = ExitCodes.Failed;
        await foreach (var question in questions)
        {
            var (result, _) = await AskAsync(answerer, question, state, cancellationToken);
            state = result.Conversation;
            printer.Print(result.Answer);
            if (arguments.Hits is not null)
                PrintHits(console, result);
            if (arguments.Explain && result.Answer.Trace is { } trace)
                new TracePrinter(console).Print(trace);
            console.WriteLine();
            if (result.Answer is not NoAnswer { Reason: not NoAnswerReason.Conversation })
                code = ExitCodes.Ok;
        }

        return code;
    }

    private static void PrintHits(IAnsiConsole console, AskResult result)
    {
        console.WriteLine();
        foreach (var hit in result.Hits)
            console.WriteLine(TerminalText.Clean($"{hit.Score:0.000}  [{hit.Article}] {(hit.Paragraph < 0 ? "headline" : $"paragraph {hit.Paragraph + 1}")}"));
    }

    private async Task<(AskResult Result, TimeSpan Elapsed)> AskAsync(
        QuestionAnswerer answerer, string question, ConversationState state, CancellationToken cancellationToken)
    {
        var request = new AskRequest(question, state) { Hits = arguments.Hits ?? 0, WithTrace = arguments.Explain };
        var start = Stopwatch.GetTimestamp();
        var result = await answerer.AskAsync(request, cancellationToken);
        return (result, Stopwatch.GetElapsedTime(start));
    }
}
