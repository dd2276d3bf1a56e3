using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Tests.Gazetteers;

public sealed class GazetteerTests
{
    private const string Header = "id\tname\tgiven\tsurname\taliases\tadjectives\tbodies\tside\tstands for\tfrom\tto\n";

    [Fact]
    public void Reads_entries_with_all_they_have()
    {
        var names = Loaded("""
            # remarks and blank lines are passed over

            id	name	aliases	adjectives	bodies	side	stands for	from	to
            state.ruritania	Ruritania	=RR, *Kingdom of Ruritania	*Ruritanian
            place.strelsau	Strelsau	^Strel			state.ruritania	state.ruritania
            org.ruritania-war-office	Ruritanian War Office			War Office	state.ruritania
            event.coronation	Coronation						1894-05	1894-06-02
            """);
        names.Entries.Select(e => e.Id).ShouldBe(["state.ruritania", "place.strelsau", "org.ruritania-war-office", "event.coronation"]);
        names.Find("state.ruritania")!.Aliases.ShouldContain(new Alias("RR", Case: AliasCase.Exact));
        names.Find("place.strelsau")!.Aliases.ShouldContain(new Alias("Strel", AliasForm.Capital, AliasCase.Capitalised));
        names.Find("place.strelsau")!.StandsFor.ShouldBe("state.ruritania");
        names.Find("org.ruritania-war-office")!.Aliases.Select(a => a.Text).ShouldContain("War Office of the Kingdom of Ruritania");
        names.Find("event.coronation")!.Dates.ShouldBe(new DateRange(new DateOnly(1894, 5, 1), new DateOnly(1894, 6, 2)));
        names.Find("person.rupert").ShouldBeNull();
    }

    [Theory]
    [InlineData("name\nArmenia", 1, "'id' is missing")]
    [InlineData("id\tnom\nstate.x\tX", 1, "no column 'nom'")]
    [InlineData("id\tid\n", 1, "named twice")]
    [InlineData("id\tname\nstate.x\tX\tmore", 2, "3 columns, but 2")]
    [InlineData("id\tname\n\tX", 2, "id is missing")]
    [InlineData("id\tname\ncountry.x\tX", 2, "'country.x' is no id")]
    [InlineData("id\tname\nstate.Big\tX", 2, "'state.Big' is no id")]
    [InlineData("# remark\nid\tname\n\nstate.x\t", 4, "has no name")]
    [InlineData("id\tname\tsurname\nstate.x\tX\tY", 2, "only a person")]
    [InlineData("id\tname\taliases\nstate.x\tX\t=--", 2, "no letter")]
    [InlineData("id\tname\tside\nplace.x\tX\tstate.none", 2, "which no line defines")]
    [InlineData("id\tname\tbodies\norg.x\tX\tMinistry", 2, "no state there")]
    [InlineData("id\tname\nevent.x\tX", 2, "without dates")]
    [InlineData("id\tname\tfrom\nevent.x\tX\t1 May", 2, "a date is written")]
    [InlineData("id\tname\tfrom\tto\nevent.x\tX\t2020\t2019", 2, "ends before it starts")]
    [InlineData("id\tname\tfrom\nstate.x\tX\t2020", 2, "only an event")]
    public void Says_which_line_is_wrong_and_why(string file, int line, string why)
    {
        var rejected = Gazetteer.Load([new StringReader(file)]).ShouldBeOfType<GazetteerLoadResult.Rejected>();
        var error = rejected.Errors.ShouldHaveSingleItem();
        error.Line.ShouldBe(line);
        error.Source.ShouldBe("names 1");
        error.Message.ShouldContain(why);
    }

    [Fact]
    public void Reports_every_wrong_line_of_a_file()
    {
        var result = Gazetteer.Default.With(new StringReader("id\tname\nbad\tX\nstate.y\tY\nworse\tZ"), "mine.tsv");
        result.ShouldBeOfType<GazetteerLoadResult.Rejected>().Errors.Select(e => e.ToString())
            .ShouldBe(["mine.tsv, line 2", "mine.tsv, line 4"], new PrefixComparer());
    }

    [Fact]
    public void A_users_file_adds_entries_and_adds_names_to_known_ones()
    {
        var result = Gazetteer.Default.With(new StringReader("id\tname\taliases\nplace.tovuz\t\tTowuz-upon-Kura\nplace.zenda\tZenda\t"), "mine.tsv");
        var matcher = new AliasMatcher(result.ShouldBeOfType<GazetteerLoadResult.Loaded>().Gazetteer);
        matcher.Match("From Zenda to Towuz-upon-Kura, Tovuz").Select(m => m.Entry.Id).ShouldBe(["place.zenda", "place.tovuz", "place.tovuz"]);
        Gazetteer.Default.Find("place.zenda").ShouldBeNull();
    }

    [Fact]
    public void A_line_that_is_too_long_is_refused() =>
        Gazetteer.Load([new StringReader(Header + "state.x\t" + new string('x', 20_000))])
            .ShouldBeOfType<GazetteerLoadResult.Rejected>().Errors.ShouldHaveSingleItem().Message.ShouldContain("longer than");

    private static Gazetteer Loaded(string file) => Gazetteer.Load([new StringReader(file)]).ShouldBeOfType<GazetteerLoadResult.Loaded>().Gazetteer;

    private sealed class PrefixComparer : IEqualityComparer<string>
    {
        public bool Equals(string? x, string? y) => x!.StartsWith(y!, StringComparison.Ordinal) || y!.StartsWith(x, StringComparison.Ordinal);

        public int GetHashCode(string obj) => 0;
    }
}
