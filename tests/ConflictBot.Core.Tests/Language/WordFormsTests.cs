using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class WordFormsTests
{
    [Theory]
    [InlineData("officers", "officer", "offices")]
    [InlineData("reporter", "reporters", "reported")]
    [InlineData("relative", "relatives", "relations")]
    [InlineData("trained", "training", "trains")]
    [InlineData("villager", "villagers", "villages")]
    public void Words_of_another_meaning_are_kept_apart(string word, string itself, string other)
    {
        WordForms.StemAny(word).ShouldBe(WordForms.StemAny(itself));
        WordForms.StemAny(word).ShouldNotBe(WordForms.StemAny(other));
        // It is of this that there is need: the stemmer alone takes them for one.
        EnglishStemmer.Stem(word).ShouldBe(EnglishStemmer.Stem(other));
    }

    [Fact]
    public void A_stem_is_its_own_stem() => WordForms.StemAny(WordForms.StemAny("officers")).ShouldBe("officer");

    [Theory]
    [InlineData("mobilisation", "mobilization")]
    [InlineData("went", "going")]
    [InlineData("clashes", "clash")]
    public void Spellings_and_forms_are_one(string word, string other) => WordForms.StemAny(word).ShouldBe(WordForms.StemAny(other));

    [Fact]
    public void Every_word_kept_apart_stands_once()
    {
        var words = WordTable.Read("kept-apart.tsv", 1).SelectMany(c => c[0].Split(',', StringSplitOptions.TrimEntries)).ToList();
        words.ShouldBeUnique();
        words.ShouldAllBe(w => w.Length > 0 && w.All(char.IsAsciiLetterLower));
    }
}
