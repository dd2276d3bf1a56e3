using System.Text.RegularExpressions;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Tests.Gazetteers;

/// <summary>The rules that the embedded names keep: names only, and every reference leads somewhere.</summary>
public sealed partial class GazetteerDataTests
{
    private static readonly string[] RoleWords =
    [
        "president", "minister", "general", "spokesman", "spokeswoman", "spokesperson", "governor", "chairman", "chairwoman", "secretary", "ambassador",
        "envoy", "commander", "colonel", "major", "captain", "marshal", "admiral", "premier", "prime", "leader", "chief", "head", "deputy", "speaker",
        "director", "representative", "commissioner", "chancellor", "king", "prince", "pope", "catholicos", "archbishop", "ayatollah", "senator",
        "journalist", "officer", "soldier", "mediator", "advisor", "adviser", "президент", "министр", "генерал", "նախագահ", "վարչապետ", "cumhurbaşkanı", "prezident",
    ];

    private static readonly Gazetteer Names = Gazetteer.Default;

    [Fact]
    public void Every_id_is_its_kind_and_a_name_in_kebab_case()
    {
        foreach (var entry in Names.Entries)
        {
            var kind = entry.Kind == EntityKind.Organisation ? "org" : entry.Kind.ToString().ToLowerInvariant();
            entry.Id.ShouldMatch($@"^{kind}\.[a-z0-9]+(-[a-z0-9]+)*$");
        }
    }

    [Fact]
    public void Digits_stand_only_in_the_names_and_dates_of_events() =>
        Names.Entries.Where(e => e.Kind != EntityKind.Event)
            .SelectMany(e => e.Aliases.Select(a => a.Text).Append(e.Name).Concat(e.GivenNames))
            .Where(t => t.Any(char.IsDigit))
            .ShouldBeEmpty();

    [Fact]
    public void Nobody_is_named_with_an_office_or_a_rank() =>
        Names.Entries.Where(e => e.Kind == EntityKind.Person)
            .SelectMany(e => e.Aliases.Select(a => a.Text).Append(e.Name).Concat(e.GivenNames))
            .Where(t => t.Split(' ').Any(w => RoleWords.Contains(w.ToLowerInvariant().Trim('.'))))
            .ShouldBeEmpty();

    [Fact]
    public void No_name_reads_as_a_sentence()
    {
        foreach (var text in Names.Entries.SelectMany(e => e.Aliases.Select(a => a.Text).Append(e.Name)))
        {
            text.Split(' ').Length.ShouldBeLessThanOrEqualTo(12, text);
            Verb().IsMatch(text).ShouldBeFalse(text);
            (text.EndsWith('.') && !text.EndsWith("D.C.", StringComparison.Ordinal)).ShouldBeFalse(text);
        }
    }

    [Fact]
    public void Every_side_and_every_government_that_a_seat_stands_for_is_an_entry() =>
        Names.Entries.SelectMany(e => new[] { e.Side, e.StandsFor }).OfType<string>().Distinct().Where(id => Names.Find(id) is null).ShouldBeEmpty();

    [Fact]
    public void A_side_is_a_state_or_a_body() =>
        Names.Entries.Select(e => e.Side).OfType<string>().Select(s => Names.Find(s)!.Kind).Distinct()
            .ShouldBe([EntityKind.State, EntityKind.Organisation], ignoreOrder: true);

    [Fact]
    public void Only_events_have_dates_and_every_event_has_them() =>
        Names.Entries.ShouldAllBe(e => e.Dates.HasValue == (e.Kind == EntityKind.Event));

    [Fact]
    public void A_name_that_two_entries_carry_is_declared_shared_by_both()
    {
        var undeclared = Names.Entries
            .SelectMany(e => e.Aliases.Select(a => (Entry: e, Alias: a, Key: KeyOf(a.Text))))
            .GroupBy(x => x.Key)
            .Where(g => g.Select(x => x.Entry.Id).Distinct().Count() > 1 && g.Any(x => !x.Alias.IsShared))
            .Select(g => $"{g.Key}: {string.Join(", ", g.Select(x => x.Entry.Id).Distinct())}");
        undeclared.ShouldBeEmpty();
    }

    [Fact]
    public void A_name_is_declared_shared_only_where_it_is()
    {
        var carriers = Names.Entries.SelectMany(e => e.Aliases.Select(a => (e.Id, Key: KeyOf(a.Text)))).Distinct().ToLookup(x => x.Key, x => x.Id);
        Names.Entries.SelectMany(e => e.Aliases.Where(a => a.IsShared)).Select(a => a.Text).Where(t => carriers[KeyOf(t)].Count() < 2).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(EntityKind.Person, 200)]
    [InlineData(EntityKind.Place, 250)]
    [InlineData(EntityKind.State, 70)]
    [InlineData(EntityKind.Organisation, 180)]
    [InlineData(EntityKind.Event, 90)]
    public void The_field_is_covered_widely(EntityKind kind, int least) => Names.Entries.Count(e => e.Kind == kind).ShouldBeGreaterThanOrEqualTo(least);

    [Fact]
    public void Every_name_finds_its_entry_or_one_it_is_shared_with()
    {
        var matcher = new AliasMatcher(Names);
        var lost = Names.Entries
            .SelectMany(e => e.Aliases.Select(a => (Entry: e, Alias: a, Found: matcher.Match($"then {a.Text}, and so on"))))
            .Where(x => !x.Found.Any(m => m.Entry == x.Entry || m.Alternatives.Contains(x.Entry)))
            .Select(x => $"{x.Alias.Text} of {x.Entry.Id} finds {string.Join(", ", x.Found.Select(m => m.Entry.Id))}");
        lost.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\b(?:is|was|were|said|says|has|had|attacked|killed)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Verb();

    private static string KeyOf(string text)
    {
        using var tokens = new NameTokens(text);
        return string.Join(' ', Enumerable.Range(0, tokens.Count).Select(i => tokens.Key(i).ToString()));
    }
}
