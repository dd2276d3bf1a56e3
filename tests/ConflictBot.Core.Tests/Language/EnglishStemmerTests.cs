using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class EnglishStemmerTests
{
    [Theory]
    // The sample vocabulary on the algorithm's page.
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("consist consisted consistency consistent consistently consisting consists", "consist")]
    [InlineData("consolation consolations console consoled consoles consoling consolingly consols", "consol")]
    [InlineData("consolatory", "consolatori")]
    [InlineData("consolidate consolidated consolidating", "consolid")]
    [InlineData("consonant", "conson")]
    [InlineData("conspicuous conspicuously", "conspicu")]
    [InlineData("conspiracy", "conspiraci")]
    [InlineData("conspirator conspirators conspire conspired conspiring", "conspir")]
    [InlineData("constable constables", "constabl")]
    [InlineData("constance constancy", "constanc")]
    [InlineData("knackeries", "knackeri")]
    [InlineData("knave knaves", "knave")]
    [InlineData("kneaded kneading", "knead")]
    [InlineData("knee knees", "knee")]
    [InlineData("knightly knights", "knight")]
    [InlineData("knitted knitting", "knit")]
    [InlineData("knives", "knive")]
    [InlineData("knockers knocker", "knocker")]
    // Step by step.
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("this", "this")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("agreed", "agre")]
    [InlineData("feed", "feed")]
    [InlineData("luxuriated", "luxuri")]
    [InlineData("hoped hoping hope", "hope")]
    [InlineData("hopped hopping hop", "hop")]
    [InlineData("cry", "cri")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("youth", "youth")]
    [InlineData("boyish", "boyish")]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("hesitancy", "hesit")]
    [InlineData("digitizer", "digit")]
    [InlineData("analogically", "analog")]
    [InlineData("hopefulness hopefully", "hope")]
    [InlineData("triplicate", "triplic")]
    [InlineData("formative", "format")]
    [InlineData("electrical", "electr")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("controll", "control")]
    [InlineData("rate", "rate")]
    [InlineData("cease", "ceas")]
    // Exceptions.
    [InlineData("skis", "ski")]
    [InlineData("skies sky", "sky")]
    [InlineData("dying", "die")]
    [InlineData("only", "onli")]
    [InlineData("news", "news")]
    [InlineData("andes", "andes")]
    [InlineData("proceed proceeds", "proceed")]
    [InlineData("generate generates", "generat")]
    [InlineData("general", "general")]
    [InlineData("communism", "communism")]
    [InlineData("community communities", "communiti")]
    [InlineData("arsenal", "arsenal")]
    // As the older algorithm has them.
    [InlineData("emergency emerge", "emerg")]
    [InlineData("universe university", "univers")]
    [InlineData("organization organ", "organ")]
    // The field's own words.
    [InlineData("azerbaijani", "azerbaijani")]
    [InlineData("armenians armenian", "armenian")]
    [InlineData("killed killing kills kill", "kill")]
    [InlineData("casualties casualty", "casualti")]
    [InlineData("servicemen", "servicemen")]
    [InlineData("don't", "don't")]
    [InlineData("soldiers'", "soldier")]
    [InlineData("38,000", "38,000")]
    [InlineData("ереван", "ереван")]
    public void Stems_as_Snowball_English_does(string words, string stem)
    {
        foreach (var word in words.Split(' '))
            EnglishStemmer.Stem(word).ShouldBe(stem, word);
    }

    [Theory]
    [InlineData("kill")]
    [InlineData("yerevan")]
    [InlineData("an")]
    public void Returns_the_same_instance_where_nothing_changes(string word) =>
        EnglishStemmer.Stem(word).ShouldBeSameAs(word);

    [Fact]
    public void Takes_a_word_of_any_length()
    {
        var word = new string('x', 10_000) + "ational";

        EnglishStemmer.Stem(word).ShouldBe(word[..^2]);
        EnglishStemmer.Stem(string.Concat(Enumerable.Repeat("ba", 5_000)) + "ing").ShouldEndWith("ba");
    }

    [Fact]
    public void Gives_the_same_stems_to_many_threads()
    {
        string[] words = ["relational", "hoping", "communities", "youthful", "skies"];
        var expected = words.Select(EnglishStemmer.Stem).ToArray();

        Parallel.For(0, 1000, i => EnglishStemmer.Stem(words[i % words.Length]).ShouldBe(expected[i % words.Length]));
    }
}
