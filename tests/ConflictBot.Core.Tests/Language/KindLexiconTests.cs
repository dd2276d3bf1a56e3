using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class KindLexiconTests
{
    [Fact]
    public void A_kind_has_things_of_it_by_its_stem() => KindLexicon.Of(WordForms.StemAny("weapons")).ShouldContain("howitzer");

    [Fact]
    public void Knows_no_things_of_what_is_no_kind() => KindLexicon.Of("howitz").ShouldBeEmpty();

    [Fact]
    public void Every_line_is_a_kind_and_words_without_digits_capitals_or_names()
    {
        var matcher = new AliasMatcher(Gazetteer.Default);
        var lines = WordTable.Read("kinds.tsv", 2).ToList();
        lines.Count.ShouldBeGreaterThan(500);
        foreach (var line in lines)
        {
            var things = line[1].Split(',', StringSplitOptions.TrimEntries);
            things.Append(line[0]).ShouldAllBe(m => m.Length > 0 && m.All(c => char.IsAsciiLetterLower(c) || c == ' '), line[0]);
            things.ShouldBeUnique();
            things.ShouldAllBe(t => !matcher.Match(t).Any(m => m.Entry.Kind != EntityKind.State), line[0]);
        }
    }
}
