using ConflictBot.Feedback;

namespace ConflictBot.Tests.Feedback;

public sealed class FeedbackCsvTests
{
    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("", "")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("she said \"no\"", "\"she said \"\"no\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+374", "\"'+374\"")]
    [InlineData("-2", "\"'-2\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("  =HYPERLINK(\"x\")", "\"'  =HYPERLINK(\"\"x\"\")\"")]
    [InlineData("\t=1", "\"' =1\"")]
    [InlineData("\r=1", "\"' =1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("|cmd", "\"'|cmd\"")]
    [InlineData("1=1", "1=1")]
    public void A_cell_is_quoted_and_is_never_a_formula(string text, string cell) => FeedbackCsv.Cell(text).ShouldBe(cell);

    [Fact]
    public void A_row_has_a_cell_for_each_title()
    {
        var line = new FeedbackLine(new DateTimeOffset(2024, 5, 1, 14, 0, 0, TimeSpan.FromHours(2)), "web", "h", false, "Who, then?", ["one", "two"], null);
        FeedbackCsv.Row(line).ShouldBe("2024-05-01T12:00:00Z,web,h,no,\"Who, then?\",\"one\ntwo\",\r\n");
        FeedbackCsv.Header.ShouldBe("at,channel,user,helpful,question,excerpts,comment\r\n");
    }
}
