using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.TestSupport.Building;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed class QuoteCutTests
{
    [Theory]
    [InlineData("One two. Three four five", 24, "One two. Three four five")]
    [InlineData("One two. Three four five", 14, "One two. […]")]
    [InlineData("He said “no.” Then he left.", 20, "He said “no.” […]")]
    [InlineData("One two three four", 9, "One two […]")]
    [InlineData("It was 12.5 thousand", 12, "It was 12.5 […]")]
    [InlineData("Unbreakable", 5, "Unbre […]")]
    public void Cuts_on_a_sentence_else_between_words_else_anywhere(string text, int most, string expected)
    {
        var runs = QuoteCut.Runs(ClaimOf(text), most, out var cut);
        string.Concat(runs.Select(r => r.Text)).ShouldBe(expected);
        cut.ShouldBe(expected != text);
    }

    [Fact]
    public void Emphasis_survives_a_cut_in_its_middle()
    {
        var claim = ClaimOf("One two three four") with { Emphasis = [new TextSpan(4, 13)] };
        QuoteCut.Runs(claim, 8, out _).ShouldBe([new QuoteRun("One ", false), new QuoteRun("two", true), new QuoteRun(" […]", false)]);
    }

    [Fact]
    public void A_line_keeps_its_limit_and_never_half_a_character() => Prop.ForAll<NonNull<string>, PositiveInt>((text, limit) =>
    {
        var line = QuoteCut.Line(string.Concat(Enumerable.Repeat(text.Get + "\U0001F69A", 3)), limit.Get + 1);
        return line.Length <= limit.Get + 1 && (line.Length < 2 || !char.IsHighSurrogate(line[^2]) || char.IsLowSurrogate(line[^1]));
    }).QuickCheckThrowOnFailure();

    private static Claim ClaimOf(string text)
    {
        var article = new ArticleBuilder("a").WithParagraph(text).Build();
        return new Claim(Citation.Of(article, article.Paragraphs[0], 0), null, null, []);
    }
}
