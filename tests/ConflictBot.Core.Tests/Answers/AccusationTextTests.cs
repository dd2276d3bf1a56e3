using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Sentences;
using ConflictBot.Core.Tests.Retrieval;

namespace ConflictBot.Core.Tests.Answers;

public sealed class AccusationTextTests
{
    [Theory]
    [InlineData("Armenia accused Azerbaijan of shelling its posts.", "state.azerbaijan", true)]
    [InlineData("Armenia accused Russia of watching while Azerbaijan shelled its posts.", "state.azerbaijan", false)] // The first named is the accused.
    [InlineData("Armenia blamed those who had shelled its posts, men of Azerbaijan.", "state.azerbaijan", true)]
    [InlineData("Armenia said that its posts had been shelled.", "state.azerbaijan", false)]
    public void Who_is_blamed_is_named_behind_the_blame(string sentence, string other, bool blamed)
    {
        var judged = Judged(sentence);

        AccusationText.BlamesOther(judged.Sentence, judged.Attributor.Attribute(judged.Sentence)[0], other).ShouldBe(blamed);
    }

    [Fact]
    public void A_name_that_begins_in_the_speakers_phrase_and_ends_behind_it_is_the_speakers()
    {
        var judged = Judged("Armenia's Defense Ministry said that its posts had been shelled.");
        var cut = new Attribution("Armenia's Defense", null, "state.armenia", new TextSpan(0, judged.Sentence.Text.Length), IsInherited: false);

        AccusationText.BlamesOther(judged.Sentence, cut, "state.armenia").ShouldBeFalse();
        AccusationText.BlamesUnnamed(judged.Sentence, cut).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Armenia said that Azerbaijan had broken the ceasefire.", 1)]
    [InlineData("Armenia said that fighting had broken out.", 0)]
    public void To_break_a_truce_is_an_accusation_and_to_break_out_is_none(string sentence, int accusations)
    {
        var judged = Judged(sentence);

        AccusationText.Accusations(judged.Sentence, judged.Attributor.Attribute(judged.Sentence)[0]).ShouldBe(accusations);
    }

    [Theory]
    [InlineData("Armenia said that it was responsible for nothing.", true)]
    [InlineData("Armenia said that it sent a response.", false)]
    public void A_response_is_no_responsibility(string sentence, bool namesFault)
    {
        var judged = Judged(sentence);

        AccusationText.NamesFault(judged.Sentence, judged.Attributor.Attribute(judged.Sentence)[0]).ShouldBe(namesFault);
    }

    [Theory]
    [InlineData("Armenia denied that its troops were there.", true, true)]
    [InlineData("Armenia said that it struck nothing but bridges.", true, true)]
    [InlineData("Armenia insisted that its troops were there.", true, false)]
    [InlineData("Armenia said that its troops were there.", false, false)]
    public void Who_insists_contradicts_and_need_not_reject(string sentence, bool denies, bool rejects)
    {
        var judged = Judged(sentence);
        var attribution = judged.Attributor.Attribute(judged.Sentence)[0];

        AccusationText.Denies(judged.Sentence, attribution).ShouldBe(denies);
        AccusationText.Rejects(judged.Sentence, attribution).ShouldBe(rejects);
    }

    private static JudgedSentence Judged(string sentence) => new("Who started it?", [sentence]);
}
