using ConflictBot.Core.Answers;
using ConflictBot.Core.Tests.Retrieval;

namespace ConflictBot.Core.Tests.Answers;

/// <summary>Which words of a sentence are pointed out as the answer.</summary>
public sealed class EmphasisTests
{
    [Theory]
    [InlineData("What did Pashinyan say?", "Pashinyan said the lake was dry.", "the lake was dry")]
    [InlineData("What did Pashinyan say?", "Pashinyan didn't say when, but he did say that the lake was dry.", "that the lake was dry")]
    [InlineData("How many soldiers were wounded?", "On 3 May, 12 soldiers were wounded.", "12 soldiers")]
    public void It_is_what_answers(string question, string sentence, string expected) => Of(question, sentence).ShouldBe([expected]);

    [Fact]
    public void Of_each_side_both_numbers_are_pointed_out() =>
        Of("How many soldiers did each side lose?", "Georgia said nine of its soldiers were killed, and Iran said ten of its soldiers were.").ShouldBe(["nine of its soldiers", "ten of its soldiers"]);

    [Theory]
    [InlineData("What did Pashinyan say about the lake?", "Pashinyan did not publicly say anything on the matter.")]
    [InlineData("What did Pashinyan say?", "Pashinyan never said why.")]
    public void What_was_not_said_is_not_pointed_out(string question, string sentence) => Of(question, sentence).ShouldBeEmpty();

    private static IEnumerable<string> Of(string question, string sentence)
    {
        var judged = new JudgedSentence(question, [sentence]);
        return Emphasis.Of(judged.Question, judged.Evidence).Select(s => s.In(sentence));
    }
}
