using ConflictBot.Core.Answers;
using ConflictBot.Core.Tests.Retrieval;

namespace ConflictBot.Core.Tests.Answers;

public sealed class ExcerptWidthTests
{
    [Fact]
    public void A_sentence_that_answers_stands_alone() =>
        WidthOf("Who built the bridge?", 0, "Jane Doe built the bridge.", "The weather was fine.").ShouldBe((0, 1));

    [Fact]
    public void A_sentence_that_points_back_brings_the_one_before() =>
        WidthOf("What did the engineer say about the bridge?", 1, "Jane Doe is an engineer.", "She said the bridge would hold.").ShouldBe((0, 2));

    [Fact]
    public void A_reason_in_the_next_sentence_is_quoted_too() =>
        WidthOf("Why was the bridge closed?", 0, "The bridge was closed on Monday.", "The bridge was unsafe because the river had risen.", "It rained.").ShouldBe((0, 2));

    [Fact]
    public void A_reason_for_something_else_is_not() =>
        WidthOf(
            "Why was the bridge over the river closed to lorries?",
            0,
            "The bridge over the river was closed to lorries on Monday morning by the council that looks after roads, signs and lamps in the valley.",
            "Schools in the three villages opened two hours late because teachers were on strike for better pay and shorter weeks.").ShouldBe((0, 1));

    [Fact]
    public void What_the_article_tells_is_not_quoted_as_somebody_s_words() =>
        WidthOf("What did Armenia ask for at the post?", 0, "Armenia asked for help at the post.", "The post is old and stands near a river with help at hand.").ShouldBe((0, 1));

    [Fact]
    public void What_somebody_else_says_is_not_quoted_with_it() =>
        WidthOf("Who opened fire on the post?", 0, "Armenia said that Azerbaijan opened fire.", "Azerbaijan said that Armenian troops opened fire on the post.").ShouldBe((0, 1));

    [Fact]
    public void What_a_neighbour_adds_of_the_question_is_quoted_too() =>
        WidthOf("Which harvest did the flood of the Lindenau river spoil?", 1, "The Lindenau river brought a flood in June.", "Most of the harvest was lost.").ShouldBe((0, 2));

    [Fact]
    public void Two_sentences_that_are_long_together_are_not_quoted_together()
    {
        var filler = string.Concat(Enumerable.Repeat("and one more village by the river ", 12));
        WidthOf("What did the engineer say about the bridge?", 1, $"Jane Doe saw it {filler}then.", "She said the bridge would hold.").ShouldBe((1, 1));
    }

    private static (int First, int Count) WidthOf(string question, int at, params string[] sentences)
    {
        var judged = new JudgedSentence(question, sentences, at);
        return new ExcerptWidth(judged.Analyzer, judged.Attributor, judged.Judge).Of(judged.Question, judged.Evidence);
    }
}
