using ConflictBot.Core.Answers;
using ConflictBot.Core.Tests.Retrieval;

namespace ConflictBot.Core.Tests.Answers;

/// <summary>The confidence is fitted, not set: what holds whatever the weights is that a worse sentence is trusted less.</summary>
public sealed class ConfidenceTests
{
    [Theory]
    [InlineData("How many soldiers were wounded in Gyumri?", "In Gyumri 12 soldiers were wounded.", "In Gyumri soldiers were wounded.")]
    [InlineData("When was the bridge in Gyumri closed?", "The bridge in Gyumri was closed on Monday.", "The bridge in Gyumri was closed.")]
    [InlineData("Who is the mayor of Gyumri?", "The mayor of Gyumri, Jane Doe, spoke.", "The mayor of Gyumri spoke.")]
    [InlineData("How many Armenian soldiers were wounded?", "12 Armenian soldiers were wounded.", "12 Azerbaijani soldiers were wounded.")]
    [InlineData("How many soldiers were wounded in September 2022?", "12 soldiers were wounded in September 2022.", "12 soldiers were wounded in March 2019.")]
    [InlineData("How many soldiers were wounded in the march of 2022?", "12 soldiers were wounded in the march of 2022.", "12 soldiers were wounded in the march of 1999.")]
    [InlineData("Why was the bridge closed?", "The bridge was closed because of the flood.", "The bridge was closed.")]
    [InlineData("Did Iran close the border?", "Iran did close the border on Monday.", "Iran held a vote on Monday.")]
    [InlineData("Why did the mayor of Gyumri resign?", "The mayor of Gyumri resigned because of the flood.", "The crowd demanded that the mayor of Gyumri resign because of the flood.")]
    [InlineData("Why did the mayor accuse the bank of fraud?", "The mayor accused the bank of fraud because it lost money.", "The mayor did not accuse the bank of fraud because it lost money.")]
    [InlineData("Which villages were flooded?", "The villages of Lindenau and Holm were flooded.", "Two of the villages were flooded.")]
    [InlineData("What is the name of the flooded lake?", "The flooded lake, Lindenau, is near.", "Near Lindenau they said that there is one more big lake that the rains have flooded.")]
    [InlineData("What did Pashinyan tell Putin about the lake?", "Pashinyan told Putin that the lake was dry.", "Pashinyan met Putin about the lake.")]
    [InlineData("How many people were wounded?", "12 people were wounded.", "12 people were killed.")]
    [InlineData("Why did they attack Azerbaijan's harbour?", "They attacked Azerbaijan's harbour because of the fuel.", "They attacked Armenia's harbour because of the fuel.")]
    [InlineData("Who wrote a book in Gyumri?", "Jane Doe wrote a book in Gyumri.", "Wrote, a book, in Gyumri.")]
    [InlineData("Who said that the harbour was safe?", "The mayor said that the harbour was safe.", "The harbour was safe for the mayor.")]
    [InlineData("Did the mayor resign?", "The mayor resigned on Monday.", "The crowd called for the resignation of the mayor on Monday.")]
    public void A_sentence_that_lacks_what_is_asked_for_is_trusted_less(string question, string better, string worse) =>
        Of(question, worse).ShouldBeLessThan(Of(question, better));

    [Fact]
    public void What_speaks_of_nothing_asked_is_no_answer() =>
        Of("How many tanks did the harbour of Lindenau lose?", "The weather was fine.").ShouldBeLessThan(AbstentionPolicy.Threshold);

    [Fact]
    public void A_confidence_is_a_probability() =>
        Of("How many soldiers were wounded in Gyumri?", "In Gyumri 12 soldiers were wounded.").ShouldBeInRange(AbstentionPolicy.Threshold, 1);

    private static double Of(string question, string sentence)
    {
        var judged = new JudgedSentence(question, [sentence]);
        return AbstentionPolicy.Confidence(judged.Question, judged.Evidence);
    }
}
