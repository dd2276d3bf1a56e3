using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class IrregularFormsTests
{
    [Theory]
    [InlineData("met", "meet")]
    [InlineData("said", "say")]
    [InlineData("fought", "fight")]
    [InlineData("broke", "break")]
    [InlineData("spoken", "speak")]
    [InlineData("told", "tell")]
    [InlineData("sold", "sell")]
    [InlineData("sent", "send")]
    [InlineData("took", "take")]
    [InlineData("lost", "lose")]
    [InlineData("began", "begin")]
    [InlineData("won", "win")]
    [InlineData("written", "write")]
    [InlineData("held", "hold")]
    [InlineData("shot", "shoot")]
    [InlineData("fell", "fall")]
    [InlineData("led", "lead")]
    [InlineData("withdrew", "withdraw")]
    [InlineData("became", "become")]
    [InlineData("sought", "seek")]
    [InlineData("men", "man")]
    [InlineData("servicemen", "serviceman")]
    [InlineData("lives", "life")]
    public void Leads_an_irregular_form_to_its_lemma(string form, string lemma)
    {
        IrregularForms.Lemma(form).ShouldBe(lemma);
        IrregularForms.Of(lemma).ShouldContain(form);
    }

    [Theory]
    [InlineData("attacked")]
    [InlineData("wound")]
    [InlineData("ground")]
    [InlineData("born")]
    [InlineData("")]
    public void Leaves_every_other_word_as_it_is(string word) => IrregularForms.Lemma(word).ShouldBe(word);

    [Fact]
    public void Knows_as_many_verbs_as_the_language_has_in_use() =>
        WordTable.Read("irregular-verbs.tsv", 2).Count().ShouldBeGreaterThan(180);
}

public sealed class SpellingVariantsTests
{
    [Theory]
    [InlineData("defence", "defense")]
    [InlineData("armoured", "armored")]
    [InlineData("mobilisation", "mobilization")]
    [InlineData("mobilised", "mobilized")]
    [InlineData("recognise", "recognize")]
    [InlineData("organisations", "organizations")]
    [InlineData("centre", "center")]
    [InlineData("neighbours", "neighbors")]
    [InlineData("manoeuvre", "maneuver")]
    [InlineData("travelled", "traveled")]
    [InlineData("programme", "program")]
    [InlineData("analysed", "analyzed")]
    [InlineData("protestors", "protesters")]
    public void British_and_American_spellings_meet(string british, string american)
    {
        SpellingVariants.Canonical(british).ShouldBe(american);
        SpellingVariants.Canonical(american).ShouldBe(american);
    }

    [Theory]
    [InlineData("exercise")]
    [InlineData("promised")]
    [InlineData("rising")]
    [InlineData("compromise")]
    [InlineData("surprised")]
    [InlineData("precise")]
    [InlineData("enterprise")]
    [InlineData("uprising")]
    [InlineData("raised")]
    [InlineData("advertising")]
    [InlineData("supervised")]
    [InlineData("wise")]
    public void A_word_with_one_spelling_keeps_it(string word) => SpellingVariants.Canonical(word).ShouldBe(word);

    [Fact]
    public void No_american_spelling_is_itself_changed() =>
        WordTable.Read("spelling-variants.tsv", 2).Select(c => c[1]).Where(w => SpellingVariants.Canonical(w) != w).ShouldBeEmpty();
}
