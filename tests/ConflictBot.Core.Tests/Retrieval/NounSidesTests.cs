using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

/// <summary>Whose an office or a deed is.</summary>
public sealed class NounSidesTests
{
    [Theory]
    [InlineData("What did the Turkish defence minister promise?", "Turkey stands by Azerbaijan, Defence Minister Hulusi Akar said.", 1, 0)]
    [InlineData("What did the Azerbaijani defence minister promise?", "Turkey stands by Azerbaijan, Defence Minister Hulusi Akar said.", 0, 1)]
    [InlineData("Who is the Azerbaijani defence minister?", "Defence Minister Hulusi Akar rang up his Azerbaijani counterpart John Roe.", 1, 0)]
    [InlineData("Who is the Armenian defence minister?", "Defence Minister Hulusi Akar rang up his Azerbaijani counterpart John Roe.", 0, 1)]
    [InlineData("How did the Armenian men enlist?", "A thousand men in Azerbaijan have enlisted.", 0, 1)]
    [InlineData("How did the Azerbaijani men enlist?", "A thousand men in Azerbaijan have enlisted.", 1, 0)]
    [InlineData("How many Georgian soldiers died?", "Georgia said on Wednesday that it had lost nine soldiers.", 1, 0)]
    [InlineData("How many Iranian soldiers died?", "Georgia said on Wednesday that it had lost nine soldiers.", 0, 1)]
    [InlineData("How many Georgian soldiers died?", "Nine soldiers on the Georgian side died.", 1, 0)]
    [InlineData("What did the Russian foreign minister say?", "The Russian foreign minister spoke.", 1, 0)]
    public void An_office_is_its_holders_state_s(string question, string sentence, double agrees, double conflicts)
    {
        var evidence = new JudgedSentence(question, [sentence]).Evidence;

        (evidence[SentenceFeature.SideAgrees], evidence[SentenceFeature.SideConflicts]).ShouldBe((agrees, conflicts));
    }

    [Theory]
    [InlineData("Why did Turkey condemn the harvest?", "The ministry of Azerbaijan condemned the harvest.", 1)]
    [InlineData("Why did Turkey condemn the harvest?", "Turkey condemned the harvest.", 0)]
    [InlineData("Why did Turkey condemn the harvest?", "The harvest was condemned.", 0)]
    [InlineData("When did the Turkish army burn the harvest?", "The Russian army burned the harvest.", 1)]
    [InlineData("What will Turkey supply?", "Turkey will renew Azerbaijan's equipment and supply new tents.", 0)]
    [InlineData("How did the Turkish army take the alleged insults?", "Russian forces insulted the Turkish army.", 0)]
    public void A_deed_is_its_doer_s(string question, string sentence, double conflicts) => new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.SideConflicts].ShouldBe(conflicts);
}
