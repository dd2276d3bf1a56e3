using ConflictBot.Cli.Terminal;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Language;
using ConflictBot.TestSupport.Building;
using Spectre.Console;

namespace ConflictBot.Tests.Cli;

public sealed class AnswerPrinterTests
{
    [Fact]
    public void Numbers_its_citations_and_names_speaker_outlet_date_and_paragraph()
    {
        var shown = Print(Answers.Supported(), width: 200);
        shown.ShouldContain("[1] “The mayor of Upton counted 12 sheep.”");
        shown.ShouldContain("— The mayor of Upton, as reported by The Wire, May 2021 (inferred), paragraph 1: “Two villages counted their sheep” [wire]");
        shown.ShouldContain("Note on this text: Some lines are missing.");
        shown.ShouldContain("[2] “It rained.”");
        shown.ShouldContain("— Unnamed outlet, date unknown, paragraph 1: “plain” [plain]");
    }

    [Fact]
    public void Emphasises_the_words_that_answer()
    {
        var shown = Print(Answers.Supported(), ansi: true);
        shown.ShouldMatch("counted \u001b\\[[0-9;]*m12 sheep\u001b\\[0m\\.");
    }

    [Fact]
    public void Writes_no_escape_sequence_where_the_output_is_plain() => Print(Answers.Disputed()).ShouldNotContain("\u001b");

    [Fact]
    public void Sets_claims_that_differ_beside_each_other_where_there_is_room()
    {
        var shown = Print(Answers.Disputed(), width: AnswerPrinter.SideBySideWidth);
        shown.Split('\n').ShouldContain(line => line.Contains("Upton", StringComparison.Ordinal) && line.Contains("Downton", StringComparison.Ordinal));
        shown.ShouldContain("Each counted its own.");
    }

    [Fact]
    public void Stacks_claims_that_differ_where_there_is_no_room()
    {
        var lines = Print(Answers.Disputed(), width: AnswerPrinter.SideBySideWidth - 1).Split('\n');
        lines.ShouldNotContain(line => line.Contains("Upton counted", StringComparison.Ordinal) && line.Contains("Downton counted", StringComparison.Ordinal));
        lines.ShouldContain("Upton");
        lines.ShouldContain("Downton");
        lines.ShouldContain("  [2] “The mayor of Downton counted 13 sheep.”");
    }

    [Fact]
    public void Labels_what_is_near_as_no_answer_and_offers_questions()
    {
        var shown = Print(Answers.None());
        shown.ShouldContain("The articles don't answer that.");
        shown.ShouldContain("Nearest passage, not an answer:");
        shown.ShouldContain("  “The mayor of Downton counted 13 sheep.”");
        shown.ShouldContain("Questions the articles can answer:\n  How many sheep are there in Upton?");
    }

    [Fact]
    public void Its_own_words_are_in_the_questions_language_and_the_quotes_in_the_articles()
    {
        var shown = Print(Answers.None() with { Language = QuestionLanguage.Russian, Text = Wording.In(QuestionLanguage.Russian).NoAnswer, ResolvedFromConversation = true });
        shown.ShouldBe("""
            Ваш вопрос прочитан так: How many goats are there?
            В статьях нет ответа на этот вопрос.

            Ближайший отрывок, это не ответ:
              “The mayor of Downton counted 13 sheep.”
              — The Wire, май 2021 года (предположительно), абзац 2: “Two villages counted their
              sheep” [wire]
              Примечание к тексту: Some lines are missing.

            Вопросы, на которые статьи отвечают:
              How many sheep are there in Upton?

            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Shows_the_question_it_put_together_from_the_conversation() =>
        Print(Answers.Supported() with { ResolvedFromConversation = true }).ShouldStartWith("Your question was read as: How many sheep are there in Upton?");

    [Fact]
    public void Shows_markup_and_control_characters_of_an_article_as_text()
    {
        var article = new ArticleBuilder("hostile").WithParagraph("A [red]brush[/] \u001b[2J\u0007 and \u202Eturned.").Build();
        var shown = Print(Answers.Supported() with { Text = "[bold]Look[/] at \u001b]0;title\u0007 this", Excerpts = [Answers.Claim(article, 0)] }, ansi: true);
        shown.ShouldContain("A [red]brush[/] \uFFFD[2J\uFFFD and \uFFFDturned.");
        shown.ShouldContain("[bold]Look[/] at \uFFFD]0;title\uFFFD this");
    }

    [Fact]
    public void Shows_a_wrapped_sentence_in_one_line()
    {
        var article = new ArticleBuilder("wrapped").WithParagraph("The mayor\nwas tired.").Build();
        Print(Answers.Supported() with { Excerpts = [Answers.Claim(article, 0)] }).ShouldContain("“The mayor was tired.”");
    }

    [Fact]
    public void Cleaning_a_text_keeps_its_length_so_that_offsets_stay_true()
    {
        var hostile = string.Concat(Enumerable.Range(0, 0x2100).Select(i => (char)i));
        var clean = TerminalText.Clean(hostile);
        clean.Length.ShouldBe(hostile.Length);
        clean.ShouldAllBe(c => !char.IsControl(c));
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "1")]
    public void The_console_is_plain_when_redirected_or_told_so_by_NO_COLOR(bool redirected, string? noColor)
    {
        using var output = new StringWriter();
        var console = TerminalConsole.Open(output, redirected, noColor);
        console.WriteLine("plain", new Style(Color.Red, decoration: Decoration.Bold));
        output.ToString().TrimEnd().ShouldBe("plain");
    }

    private static string Print(Answer answer, bool ansi = false, int width = 90)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        new AnswerPrinter(console).Print(answer);
        return string.Join('\n', output.ToString().Split('\n').Select(line => line.TrimEnd()));
    }
}
