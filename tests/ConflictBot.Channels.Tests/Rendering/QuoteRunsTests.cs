using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed class QuoteRunsTests
{
    private static readonly Citation Citation = SampleAnswers.Claim(SampleAnswers.Hostile, 0, 0, 1, null, null).Citation;

    [Fact]
    public void Runs_put_together_are_the_quote_whatever_the_emphasis()
    {
        var spans = Gen.Choose(-5, Citation.Quote.Length + 5).Two().Select(p => new TextSpan(p.Item1, p.Item2)).ListOf();
        Prop.ForAll(spans.ToArbitrary(), emphasis =>
        {
            var runs = QuoteRuns.Of(new Claim(Citation, null, null, [.. emphasis]));
            return string.Concat(runs.Select(r => r.Text)) == Citation.Quote && runs.All(r => r.Text.Length > 0);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Spans_that_touch_are_one_run() =>
        QuoteRuns.Of(new Claim(Citation, null, null, [new TextSpan(0, 2), new TextSpan(2, 7)]))[0].ShouldBe(new QuoteRun(Citation.Quote[..7], Emphasised: true));

    [Fact]
    public void Line_breaks_become_one_space_across_runs()
    {
        var claim = SampleAnswers.Claim(SampleAnswers.Hostile, 1, 0, 1, null, null, "line\n", "# three\n\n");
        string.Concat(QuoteRuns.OnOneLine(claim).Select(r => r.Text)).ShouldBe(CitationText.OneLine(claim.Citation.Quote));
    }
}
