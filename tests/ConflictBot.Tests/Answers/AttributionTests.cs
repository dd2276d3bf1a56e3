using ConflictBot.Core.Articles;
using ConflictBot.Core.Evaluation;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Tests.Answers;

/// <summary>
/// Who says each sentence of the seeds must not be read worse than before; the labels' rules stand in <c>docs/attribution.md</c>. The bounds stand a
/// little below what was last measured, two or three labels for each.
/// </summary>
public sealed class AttributionTests(SeedsBot bot) : IClassFixture<SeedsBot>
{
    private static readonly string FilePath = Path.Combine(AppContext.BaseDirectory, "eval", "seeds.attribution.jsonl");

    [Theory]
    [InlineData("reported-precision", 0.97)]
    [InlineData("reported-recall", 0.97)]
    [InlineData("speaker", 0.97)]
    [InlineData("verb", 0.97)]
    [InlineData("side", 0.97)]
    [InlineData("side-where-given", 0.97)]
    [InlineData("date", 0.97)]
    [InlineData("date-where-given", 0.9)]
    [InlineData("via-where-given", 1)]
    public async Task Who_says_each_sentence_is_read_as_well_as_before(string metric, double atLeast)
    {
        var report = await bot.Bot.CreateEvaluation().RunAsync(Labels, null, CancellationToken.None);

        report.Find(metric).ShouldNotBeNull().Value.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(atLeast);
    }

    [Fact]
    public async Task Every_sentence_of_the_seeds_bodies_is_labelled()
    {
        var report = await bot.Bot.CreateEvaluation().RunAsync(Labels, null, CancellationToken.None);
        var labelled = report.Outcomes.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        var sentences = new List<string>();
        await foreach (var read in new ArticleIngestion().ReadAsync([Path.Combine(AppContext.BaseDirectory, "seeds")], CancellationToken.None))
        {
            var article = read.ShouldBeOfType<ArticleReadResult.Accepted>().Article;
            sentences.AddRange(article.Paragraphs.Where(p => !p.IsHeading).SelectMany(p => p.Sentences).Select(s => $"{article.Id.Value[..3]}.{s.Index}"));
        }

        sentences.Count.ShouldBeGreaterThan(100);
        sentences.Where(s => !labelled.Contains(s)).ShouldBeEmpty();
    }

    private static QuestionSet.Speakers Labels { get; } = QuestionSetReader.Read(File.ReadAllLines(FilePath))
        .ShouldBeOfType<QuestionSetReadResult.Accepted>().Set.ShouldBeOfType<QuestionSet.Speakers>();
}
