using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

/// <summary>Whose an office is.</summary>
public sealed class NounSidesTests
{
    [Theory]
    [InlineData("What did the Turkish defence minister promise?", "Turkey stands by Azerbaijan, Defence Minister Hulusi Akar said.", 1, 0)]
    [InlineData("What did the Azerbaijani defence minister promise?", "Turkey stands by Azerbaijan, Defence Minister Hulusi Akar said.", 0, 1)]
    [InlineData("Who is the Azerbaijani defence minister?", "Defence Minister Hulusi Akar rang up his Azerbaijani counterpart John Roe.", 1, 0)]
    [InlineData("Who is the Armenian defence minister?", "Defence Minister Hulusi Akar rang up his Azerbaijani counterpart John Roe.", 0, 1)]
    [InlineData("What did the Russian foreign minister say?", "The Russian foreign minister spoke.", 1, 0)]
    public void An_office_is_its_holders_state_s(string question, string sentence, double agrees, double conflicts)
    {
        var evidence = new JudgedSentence(question, [sentence]).Evidence;

        (evidence[SentenceFeature.SideAgrees], evidence[SentenceFeature.SideConflicts]).ShouldBe((agrees, conflicts));
    }
}
