using System.Text;
using ConflictBot.Cli.Json;

namespace ConflictBot.Tests.Cli;

public sealed class QuestionLineTests
{
    [Theory]
    [InlineData("""{"id":"a","question":"Who?"}""", "\"a\"", "Who?", null)]
    [InlineData("""{"question":"Who?","id":7,"conversation":"c1"}""", "7", "Who?", "c1")]
    [InlineData("""{"question":"","conversation":3,"more":[1]}""", null, "", "3")]
    [InlineData("""{"id":null,"question":"\u0000","conversation":null}""", null, "\0", null)]
    public void Reads_a_question_and_echoes_its_id(string json, string? id, string question, string? conversation)
    {
        var asked = QuestionLine.Parse(Encoding.UTF8.GetBytes(json)).ShouldBeOfType<QuestionLine.Asked>();
        (asked.Id?.GetRawText()).ShouldBe(id);
        asked.Question.ShouldBe(question);
        asked.Conversation.ShouldBe(conversation);
    }

    [Theory]
    [InlineData("not json", null)]
    [InlineData("[]", null)]
    [InlineData("\"text\"", null)]
    [InlineData("{", null)]
    [InlineData("{}", null)]
    [InlineData("""{"id":"a"}""", "\"a\"")]
    [InlineData("""{"id":"a","question":null}""", "\"a\"")]
    [InlineData("""{"id":"a","question":["Who?"]}""", "\"a\"")]
    [InlineData("""{"id":{"deep":1},"question":7}""", null)]
    [InlineData("""{"id":"a","question":"Who?","conversation":{}}""", "\"a\"")]
    [InlineData("""{"id":"a","question":"half \ud83d"}""", "\"a\"")]
    [InlineData("""{"id":"\ud83d","question":"Who?"}""", null)]
    public void Reports_what_is_no_question_with_the_id_where_it_can_be_read(string json, string? id)
    {
        var unreadable = QuestionLine.Parse(Encoding.UTF8.GetBytes(json)).ShouldBeOfType<QuestionLine.Unreadable>();
        (unreadable.Id?.GetRawText()).ShouldBe(id);
        unreadable.Problem.ShouldEndWith(".");
    }

    [Fact]
    public void Reports_bytes_that_are_not_UTF8() =>
        QuestionLine.Parse([.. "{\"question\":\""u8, 0xFF, .. "\"}"u8]).ShouldBeOfType<QuestionLine.Unreadable>();

    [Fact]
    public async Task Splits_lines_and_drops_blank_ones_marks_and_carriage_returns()
    {
        (await ReadAsync("\uFEFFone\r\n\n  \t\r\ntwo\nthree")).ShouldBe(["one", "two", "three"]);
        (await ReadAsync("")).ShouldBeEmpty();
        (await ReadAsync("\n\n")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Gives_a_line_that_is_too_long_no_memory_and_reads_on()
    {
        var endless = new string('x', (3 * LineReader.MaxLineBytes) + 17);
        (await ReadAsync($"one\n{endless}\ntwo\n")).ShouldBe(["one", null, "two"]);
        (await ReadAsync(endless)).ShouldBe([null]);
        (await ReadAsync(endless[..LineReader.MaxLineBytes])).ShouldHaveSingleItem().ShouldNotBeNull();
    }

    private static async Task<List<string?>> ReadAsync(string input)
    {
        var lines = new List<string?>();
        await foreach (var line in LineReader.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(input)), default))
            lines.Add(line is null ? null : Encoding.UTF8.GetString(line));
        return lines;
    }
}
