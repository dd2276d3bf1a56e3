using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class WordPairsTests
{
    [Theory]
    [InlineData("Who signed up for the army?", "They signed up for the army.", 4 / 5d, 3 / 4d)]
    [InlineData("Who signed up for the army?", "The army signed for it up there.", 1 / 5d, 0)]
    [InlineData("Who signed up for the army?", "Nobody came.", 0, 0)]
    [InlineData("army", "The army came.", 0, 0)]
    public void Counts_neighbouring_words_that_stand_side_by_side(string question, string sentence, double pairs, double triples)
    {
        var judged = new JudgedSentence(question, [sentence]);
        var found = WordPairs.Of(judged.Question, judged.Sentence);
        found.Pairs.ShouldBe(pairs, 1e-9);
        found.Triples.ShouldBe(triples, 1e-9);
    }

    [Fact]
    public void Pairs_with_a_function_word_are_counted_apart()
    {
        var judged = new JudgedSentence("Where was the river bridge rebuilt?", ["The river bridge was in the town."]);
        var (pairs, content, _) = WordPairs.Of(judged.Question, judged.Sentence);
        pairs.ShouldBe(2 / 5d, 1e-9);
        content.ShouldBe(1 / 5d, 1e-9);
    }

    [Fact]
    public void A_pair_that_stands_after_a_false_start_is_found()
    {
        var judged = new JudgedSentence("the river bridge", ["The river rose and the river bridge fell."]);
        WordPairs.Of(judged.Question, judged.Sentence).Triples.ShouldBe(1);
    }
}
