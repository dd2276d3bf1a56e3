using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

/// <summary>The tables of everyday words stand beside those of the field and change nothing of them.</summary>
public sealed class BilingualLexiconTests
{
    private const int LeastInFront = 4;

    private static readonly (QuestionLanguage Language, string Tag)[] Tags =
        [(QuestionLanguage.Russian, "ru"), (QuestionLanguage.Turkish, "tr"), (QuestionLanguage.Azerbaijani, "az"), (QuestionLanguage.Armenian, "hy")];

    public static TheoryData<QuestionLanguage, string> Languages
    {
        get
        {
            var data = new TheoryData<QuestionLanguage, string>();
            foreach (var (language, tag) in Tags)
                data.Add(language, tag);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Everyday_words_are_known_beside_the_fields(QuestionLanguage language, string tag)
    {
        var whole = BilingualLexicon.Of(language);
        whole.Count.ShouldBeGreaterThan(2 * BilingualLexicon.OfField(language).Count);
        foreach (var cells in WordTable.Read($"lexicon.general.{tag}.tsv", 3))
        {
            var first = cells[2].Split(',')[0].Trim().TrimStart('=');
            var keys = first.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(w => ForeignFolding.Fold(language, w)).Where(k => k.Length > 0).ToList();
            whole.Longest(keys, 0).ShouldNotBeNull(first);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_word_of_the_field_keeps_its_meaning(QuestionLanguage language, string tag)
    {
        foreach (var cells in WordTable.Read($"lexicon.{tag}.tsv", 3))
        {
            foreach (var word in cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(w => !w.Contains(' ', StringComparison.Ordinal) && !w.Contains('-', StringComparison.Ordinal)))
            {
                List<string> keys = [ForeignFolding.Fold(language, word.TrimStart('='))];
                if (keys[0].Length > 0)
                    BilingualLexicon.Of(language).Longest(keys, 0)!.English.ShouldBe(BilingualLexicon.OfField(language).Longest(keys, 0)!.English, word);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void An_everyday_stem_is_long_enough_not_to_be_anything(QuestionLanguage language, string tag)
    {
        var isTurkic = language is QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani;
        foreach (var cells in WordTable.Read($"lexicon.general.{tag}.tsv", 3))
        {
            cells[0].ShouldBeOneOf("noun", "adjective", "verb", "participle", "other");
            cells[1].All(c => char.IsAscii(c)).ShouldBeTrue(cells[1]);
            var least = isTurkic || cells[0] is "verb" or "participle" ? LeastInFront - 1 : LeastInFront;
            foreach (var stem in cells[2].Split(',', StringSplitOptions.TrimEntries).Where(w => w[0] != '=' && !w.Contains(' ', StringComparison.Ordinal)))
                stem.Length.ShouldBeGreaterThanOrEqualTo(least, $"{cells[1]}: {stem}");
        }
    }
}
