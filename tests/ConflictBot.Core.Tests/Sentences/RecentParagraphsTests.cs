using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Sentences;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Sentences;

public sealed class RecentParagraphsTests
{
    private static readonly Article Ten = Enumerable.Range(0, 10)
        .Aggregate(new ArticleBuilder("ten").WithTitle("Ten"), (article, i) => article.WithParagraph($"Paragraph {i} is this long.")).Build();

    // A paragraph has 25 characters: three fill a generation.
    private readonly RecentParagraphs _recent = new(mostCharacters: 75);

    [Fact]
    public void Forgets_what_was_not_asked_for_again()
    {
        foreach (var paragraph in Ten.Paragraphs)
            _recent.Add(paragraph, []);

        Assert.False(_recent.TryGet(Ten.Paragraphs[0], out _));
        Assert.True(_recent.TryGet(Ten.Paragraphs[9], out _));
        Assert.InRange(Ten.Paragraphs.Count(p => _recent.TryGet(p, out _)), 3, 6);
    }

    [Fact]
    public void Keeps_what_is_asked_for_again_and_again()
    {
        foreach (var paragraph in Ten.Paragraphs)
        {
            _recent.Add(paragraph, []);
            Assert.True(_recent.TryGet(Ten.Paragraphs[0], out _));
        }
    }

    [Fact]
    public void Gives_back_the_very_sentences_it_was_given()
    {
        var sentences = new SentenceAnalyzer(new AliasMatcher(Gazetteer.Default)).Analyze(Ten, Ten.Paragraphs[1]);
        _recent.Add(Ten.Paragraphs[1], sentences);

        Assert.True(_recent.TryGet(Ten.Paragraphs[1], out var found));
        Assert.Same(sentences[0], found[0]);
    }

    [Fact]
    public void Finds_the_first_of_each_stem_in_a_sentence_and_no_other()
    {
        // "sat", "sit", "salt" and "split" differ by what stands between their ends.
        var article = new ArticleBuilder("stems").WithTitle("Stems").WithParagraph("Salt split the sat salt and soft seat, not the set or shot.").Build();
        var sentence = new SentenceAnalyzer(new AliasMatcher(Gazetteer.Default)).Analyze(article, article.Paragraphs[0])[0];

        foreach (var stem in sentence.Stems)
            Assert.Equal(sentence.Stems.IndexOf(stem, 0, StringComparer.Ordinal), sentence.IndexOf(stem));
        foreach (var absent in new[] { "", "s", "slat", "st", "tlas", "sowt", "shut" })
            Assert.Equal(-1, sentence.IndexOf(absent));
    }
}
