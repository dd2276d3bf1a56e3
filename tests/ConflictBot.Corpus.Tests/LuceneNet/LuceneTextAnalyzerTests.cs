using ConflictBot.Core.Language;
using ConflictBot.Corpus.LuceneNet;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Corpus.Tests.LuceneNet;

public sealed class LuceneTextAnalyzerTests
{
    public static TheoryData<string> Seeds => [.. Directory.GetFiles(SeedsFolder(), "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Makes_the_terms_of_the_core_chain_over_the_seeds(string file)
    {
        var text = File.ReadAllText(Path.Combine(SeedsFolder(), file));

        var terms = Terms(text);

        terms.Count.ShouldBeGreaterThan(100);
        terms.ShouldBe(TextAnalyzer.Terms(text));
    }

    [Theory]
    [InlineData("Azerbaijan’s and Armenia's soldiers' positions, the U.S.’s")]
    [InlineData("Məmmədyarov, Şuşa, Əliyev, İlham, Paşinyan, Erdoğan, Łódź, straße, œuvre, ﬁnal")]
    [InlineData("38,000 men, 3.5 km, 1,000.50, 27.09.2020, 10:30, T-72, S-400s, Su-25's, No.1")]
    [InlineData("www.example.org/path?a=b user@example.org #tag @name $5 50% C++ A&B")]
    [InlineData("cease-fire e.g. i.e. U.N.-brokered don't won’t it’s they’re who's")]
    [InlineData("Նախիջեւան, Երևան՞, «Արցախ»՛ Нагорный Карабах, Баку́")]
    [InlineData("soft\u00ADhyphen zero\u200Bwidth joi\u200Dner \uFEFFmark cafe\u0301 nai\u0308ve")]
    [InlineData("👍 🇦🇲 ¹ ½ Ⅳ ① ａｂｃ １２３ snake_case __x__ a_1")]
    [InlineData("generically communities arsenal skies dying news howe inning proceed ugly early ")]
    public void Makes_the_terms_of_the_core_chain_over_awkward_words(string text) => Terms(text).ShouldBe(TextAnalyzer.Terms(text));

    // The two chains know different versions of Unicode: letters that are newer than Lucene 4, and a few African, medieval and phonetic ones, are left out here.
    [Fact]
    public void Makes_the_terms_of_the_core_chain_over_any_European_text()
    {
        var letters = Gen.OneOf(
            Ranges((0x20, 0x7E)), Ranges(('a', 'z')), Ranges((0xA0, 0x17F)), Ranges((0x1E00, 0x1E95), (0x1EA0, 0x1EF9), (0x400, 0x481), (0x531, 0x556), (0x561, 0x587)),
            Ranges((0x2010, 0x2027), (0x300, 0x304)), Gen.Elements('\u0259', '\u018F', '\u00AD', '\u200D'), Gen.Elements(' ', '\u2019', '\'', '.', ',', 's'));
        var texts = letters.ArrayOf(40).Select(cs => new string(cs));

        Prop.ForAll(texts.ToArbitrary(), text => Terms(text).ShouldBe(TextAnalyzer.Terms(text))).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

        static Gen<char> Ranges(params (int First, int Last)[] ranges) =>
            Gen.OneOf(ranges.Select(r => Gen.Choose(r.First, r.Last).Select(c => (char)c)));
    }

    [Fact]
    public void Keeps_the_place_of_a_stop_word()
    {
        using var analyzer = new LuceneTextAnalyzer();

        analyzer.Analyze("ministry of defence and").ShouldSatisfyAllConditions(
            a => a.Terms.ShouldBe([("ministri", 1), ("defenc", 2)]),
            a => a.Remainder.ShouldBe(1));
    }

    private static List<string> Terms(string text)
    {
        using var analyzer = new LuceneTextAnalyzer();
        return [.. analyzer.Analyze(text).Terms.Select(t => t.Term)];
    }

    private static string SeedsFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ConflictBot.sln")))
            folder = folder.Parent;
        return Path.Combine(folder.ShouldNotBeNull().FullName, "seeds");
    }
}
