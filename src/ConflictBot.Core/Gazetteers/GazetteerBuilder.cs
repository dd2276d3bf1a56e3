using System.Collections.Immutable;

namespace ConflictBot.Core.Gazetteers;

/// <summary>Turns rows into entries: rows of one id become one entry, references are checked, and the names of a state's bodies are written out.</summary>
internal static class GazetteerBuilder
{
    public static ImmutableArray<GazetteerEntry> Build(IReadOnlyList<GazetteerRow> rows, ICollection<GazetteerError> errors)
    {
        var groups = rows.GroupBy(r => r.Id).ToDictionary(g => g.Key, g => g.ToList());
        var order = rows.Select(r => r.Id).Distinct().ToList();
        var states = groups.Where(g => g.Value[0].Kind == EntityKind.State).ToDictionary(
            g => g.Key,
            g => new StateNames(g.Value.Select(r => r.Name).OfType<string>().FirstOrDefault() ?? "", [.. g.Value.SelectMany(r => r.Aliases).Where(a => a.InBodies)]));
        foreach (var row in rows)
            Check(row, groups, errors);
        return errors.Count > 0 ? [] : [.. order.Select(id => Merge(groups[id], states))];
    }

    private static void Check(GazetteerRow row, Dictionary<string, List<GazetteerRow>> groups, ICollection<GazetteerError> errors)
    {
        if (groups[row.Id].All(r => r.Name is null))
            Report($"'{row.Id}' has no name");
        foreach (var reference in new[] { row.Side, row.StandsFor })
        {
            if (reference is not null && !groups.ContainsKey(reference))
                Report($"'{row.Id}' refers to '{reference}', which no line defines");
        }

        if (row.Bodies.Length > 0 && (row.Side is null || !row.Side.StartsWith("state.", StringComparison.Ordinal)))
            Report($"'{row.Id}' has bodies, which are named after the state in its side; it has no state there");
        if (row.Kind == EntityKind.Event && groups[row.Id].All(r => r.Dates is null))
            Report($"'{row.Id}' is an event without dates");

        void Report(string message) => errors.Add(new GazetteerError(row.Source, row.Line, message));
    }

    private static GazetteerEntry Merge(List<GazetteerRow> rows, Dictionary<string, StateNames> states)
    {
        var name = rows.Select(r => r.Name).First(n => n is not null)!;
        var standsFor = rows.Select(r => r.StandsFor).FirstOrDefault(s => s is not null);
        var aliases = rows.SelectMany(NamesOf).Concat(rows.SelectMany(r => r.Bodies.SelectMany(b => NamesOfBody(b, states[r.Side!]))));
        if (standsFor is not null)
            aliases = aliases.Select(a => a with { Form = AliasForm.Capital });
        return new GazetteerEntry
        {
            Id = rows[0].Id,
            Kind = rows[0].Kind,
            Name = name,
            Aliases = [.. aliases.DistinctBy(a => (a.Text, a.Form))],
            GivenNames = [.. rows.SelectMany(r => r.GivenNames).Distinct()],
            Side = rows.Select(r => r.Side).FirstOrDefault(s => s is not null),
            StandsFor = standsFor,
            Dates = rows.Select(r => r.Dates).FirstOrDefault(d => d is not null),
        };
    }

    /// <summary>The row's aliases and its display name, which keeps the marks of an alias that repeats it.</summary>
    private static IEnumerable<Alias> NamesOf(GazetteerRow row) =>
        row.Name is null || row.Aliases.Any(a => a.Text == row.Name) ? row.Aliases : row.Aliases.Prepend(new Alias(row.Name));

    /// <summary>"Foreign Ministry" of a state: "Armenian Foreign Ministry", "Armenia’s Foreign Ministry", "Foreign Ministry of (the Republic of) Armenia".</summary>
    private static IEnumerable<Alias> NamesOfBody(string body, StateNames state)
    {
        // The possessive ending is dropped when names are compared, so "Armenia" and "Armenia’s" are one.
        yield return new Alias($"{state.Name} {body}");
        yield return new Alias($"{body} of {state.Name}");
        foreach (var other in state.Others)
        {
            yield return new Alias($"{other.Text} {body}");
            if (other.Form != AliasForm.Name)
                continue;
            yield return new Alias($"{body} of {other.Text}");
            yield return new Alias($"{body} of the {other.Text}");
        }
    }

    /// <param name="Name">The state's display name.</param>
    /// <param name="Others">Its other names that its bodies are named with.</param>
    private sealed record StateNames(string Name, IReadOnlyList<Alias> Others);
}
