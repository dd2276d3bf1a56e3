using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class SynonymLexiconTests
{
    private static readonly SynonymLexicon Lexicon = SynonymLexicon.Default;

    [Theory]
    [InlineData("killed", "dead")]
    [InlineData("killed", "death toll")]
    [InlineData("died", "casualty")]
    [InlineData("dead", "lost their lives")]
    [InlineData("injured", "wound")]
    [InlineData("injured", "hurt")]
    [InlineData("captured", "taken prisoner")]
    [InlineData("said", "announce")]
    [InlineData("say", "told")]
    [InlineData("claimed", "say")]
    [InlineData("spoke", "talk")]
    [InlineData("telephone", "call")]
    [InlineData("met", "summit")]
    [InlineData("ceasefire", "cease-fire")]
    [InlineData("truce", "ceasefire")]
    [InlineData("soldiers", "servicemen")]
    [InlineData("troops", "soldiers")]
    [InlineData("enlist", "sign up")]
    [InlineData("protesters", "demonstrator")]
    [InlineData("start", "broke out")]
    [InlineData("blame", "responsible")]
    [InlineData("attacked", "incursion")]
    [InlineData("sent", "deploy")]
    [InlineData("help", "support")]
    [InlineData("weapons", "arms")]
    [InlineData("treaty", "pact")]
    [InlineData("urged", "appeal")]
    [InlineData("spokesman", "spokeswoman")]
    [InlineData("border", "frontier")]
    [InlineData("war", "conflict")]
    [InlineData("exercises", "drill")]
    [InlineData("jointly", "together")]
    [InlineData("province", "region")]
    [InlineData("price", "cost")]
    [InlineData("born", "birth")]
    [InlineData("inhabitants", "population")]
    public void Knows_words_that_say_nearly_the_same(string word, string related) =>
        Lexicon.Of(word).Select(w => w.Word).ShouldContain(related);

    [Theory]
    [InlineData("met", "meet")]
    [InlineData("meet", "met")]
    [InlineData("defence", "defense")]
    [InlineData("defense", "defence")]
    [InlineData("mobilisation", "mobilization")]
    public void Gives_other_forms_of_the_word_itself_first(string word, string form)
    {
        var found = Lexicon.Of(word);
        found.ShouldContain((form, SynonymLexicon.SameWord));
    }

    [Fact]
    public void Gives_no_word_that_the_stemmer_brings_together_with_the_word_asked_for()
    {
        foreach (var word in new[] { "kill", "soldiers", "talks", "said", "agreement", "defence" })
            Lexicon.Of(word).ShouldAllBe(w => EnglishStemmer.Stem(w.Word) != EnglishStemmer.Stem(word));
    }

    [Fact]
    public void Understands_a_stem_as_it_does_the_word() =>
        Lexicon.Of(EnglishStemmer.Stem("casualties")).ShouldBe(Lexicon.Of("casualties"));

    [Fact]
    public void Knows_nothing_of_a_word_outside_its_groups() => Lexicon.Of("zeppelin").ShouldBeEmpty();

    [Fact]
    public void General_words_add_to_those_of_the_news_and_change_nothing_about_them()
    {
        var lexicon = new SynonymLexicon([new SynonymGroup(0.4f, ["toll", "dead"])], [new SynonymGroup(0.9f, ["toll", "dead", "fee"])]);

        lexicon.Of("toll").ShouldBe([("fee", 0.9f), ("dead", 0.4f)]);
    }

    [Fact]
    public void The_words_that_stand_for_an_everyday_one_do_not_stand_for_each_other()
    {
        Lexicon.Of("stick up for").Select(w => w.Word).ShouldBe(["stuck up for", "support", "defend"], ignoreOrder: true);
        Lexicon.Of("team up").Select(w => w.Word).ShouldContain("jointly");
        Lexicon.Of("cooperate").ShouldNotContain(w => w.Word == "jointly");
    }

    [Fact]
    public void A_phrase_that_no_table_has_is_related_to_nothing() => Lexicon.Of("keep attacking").ShouldBeEmpty();

    [Theory]
    [InlineData("synonyms.tsv", 1000)]
    [InlineData("synonyms.general.tsv", 4000)]
    [InlineData("synonyms.asked.tsv", 200)]
    public void Every_line_is_a_weight_and_words_without_digits_or_capitals(string table, int least)
    {
        var lines = WordTable.Read(table, 2).ToList();
        lines.Count.ShouldBeGreaterThan(least);
        foreach (var line in lines)
        {
            float.Parse(line[0]).ShouldBeInRange(0.3f, 1f);
            var members = line[1].Split(',', StringSplitOptions.TrimEntries);
            members.Length.ShouldBeGreaterThan(1, line[1]);
            members.ShouldBeUnique();
            members.ShouldAllBe(m => m.Length > 0 && m.All(c => char.IsAsciiLetterLower(c) || c == ' ' || c == '-'));
        }
    }

    [Fact]
    public void Every_relation_holds_in_both_directions()
    {
        foreach (var (word, weight) in Lexicon.Of("truce"))
            Lexicon.Of(word).ShouldContain(w => w.Word == "truce" && w.Weight == weight, word);
    }
}
