using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Gazetteers;

/// <summary>
/// Reads names as tab-separated lines. Lines that start with <c>#</c> are remarks, the first other line names the columns, and every list within
/// a column is separated by commas. The columns are explained at the top of each embedded file.
/// </summary>
internal sealed class GazetteerReader(string source, ICollection<GazetteerError> errors)
{
    /// <summary>The longest line read, in UTF-16 code units.</summary>
    public const int MaxLineLength = 10_000;

    /// <summary>The most lines read from one file.</summary>
    public const int MaxLines = 200_000;

    private static readonly string[] KnownColumns =
        ["id", "name", "given", "surname", "aliases", "adjectives", "bodies", "side", "stands for", "from", "to"];

    private string[] _columns = [];
    private int _line;

    public IEnumerable<GazetteerRow> Read(TextReader reader)
    {
        while (reader.ReadLine() is { } line)
        {
            if (++_line > MaxLines)
            {
                Report($"a names file has at most {MaxLines} lines");
                yield break;
            }

            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#'))
                continue;
            if (_columns.Length == 0)
            {
                if (!ReadHeader(line))
                    yield break;
            }
            else if (ReadRow(line) is { } row)
            {
                yield return row;
            }
        }
    }

    private bool ReadHeader(string line)
    {
        _columns = [.. line.Split('\t').Select(c => c.Trim().ToLowerInvariant())];
        var unknown = _columns.Where(c => !KnownColumns.Contains(c)).ToList();
        if (unknown.Count > 0)
            Report($"there is no column '{unknown[0]}'; the columns are {string.Join(", ", KnownColumns)}, separated by tabs");
        else if (_columns.Distinct().Count() != _columns.Length)
            Report("a column is named twice");
        else if (!_columns.Contains("id"))
            Report("the column 'id' is missing");
        else
            return true;
        return false;
    }

    private GazetteerRow? ReadRow(string line)
    {
        if (line.Length > MaxLineLength)
            return Report($"the line is longer than {MaxLineLength} characters");
        var cells = line.Split('\t');
        if (cells.Length > _columns.Length)
            return Report($"the line has {cells.Length} columns, but {_columns.Length} are named at the top");
        var id = Cell("id");
        if (id is null)
            return Report("the id is missing");
        if (!GazetteerId.TryParse(id, out var kind))
            return Report($"'{id}' is no id: it is person, place, state, org or event, a full stop, and lower-case letters, digits and hyphens (place.tovuz)");
        var before = errors.Count;
        var row = new GazetteerRow(source, _line, id, kind, Cell("name"))
        {
            Aliases = [.. ReadAliases(kind)],
            GivenNames = [.. List("given")],
            Bodies = [.. List("bodies")],
            Side = Cell("side"),
            StandsFor = Cell("stands for"),
            Dates = ReadDates(kind),
        };
        return errors.Count == before ? row : null;

        string? Cell(string column)
        {
            var index = Array.IndexOf(_columns, column);
            return index >= 0 && index < cells.Length && cells[index].Trim() is { Length: > 0 } cell ? cell : null;
        }

        string[] List(string column) =>
            Cell(column)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

        IEnumerable<Alias> ReadAliases(EntityKind of)
        {
            if (of != EntityKind.Person && Cell("surname") is not null)
                Report("only a person has a surname");
            foreach (var surname in List("surname"))
                yield return ReadAlias(surname, AliasForm.Name) with { IsSurname = true };
            foreach (var alias in List("aliases"))
                yield return ReadAlias(alias, AliasForm.Name);
            foreach (var adjective in List("adjectives"))
                yield return ReadAlias(adjective, AliasForm.Adjective);
        }

        DateRange? ReadDates(EntityKind of)
        {
            var (from, to) = (Cell("from"), Cell("to"));
            if (from is null && to is null)
                return null;
            if (of != EntityKind.Event)
                Report("only an event has dates");
            else if (!PartialDate.TryParse(from ?? to, out var first) || !PartialDate.TryParse(to ?? from, out var last))
                Report("a date is written 1994, 1994-05 or 1994-05-12");
            else if (last.Range.To < first.Range.From)
                Report("the event ends before it starts");
            else
                return new DateRange(first.Range.From, last.Range.To);
            return null;
        }
    }

    private Alias ReadAlias(string marked, AliasForm form)
    {
        var text = marked.TrimStart('?', '^', '=', '*').Trim();
        var marks = marked.AsSpan(0, marked.Length - marked.TrimStart('?', '^', '=', '*').Length);
        if (!text.Any(char.IsLetter))
            Report($"'{marked}' has no letter, so it is no name");
        var writing = marks.Contains('=') ? AliasCase.Exact : marks.Contains('^') ? AliasCase.Capitalised : AliasCase.Any;
        return new Alias(text, form, writing, IsShared: marks.Contains('?'), InBodies: marks.Contains('*'));
    }

    private GazetteerRow? Report(string message)
    {
        errors.Add(new GazetteerError(source, _line, message));
        return null;
    }
}

/// <summary>The form of an entry's id.</summary>
internal static class GazetteerId
{
    public static bool TryParse(string id, out EntityKind kind)
    {
        var dot = id.IndexOf('.', StringComparison.Ordinal);
        EntityKind? parsed = dot < 0 ? null : id[..dot] switch
        {
            "person" => EntityKind.Person,
            "place" => EntityKind.Place,
            "state" => EntityKind.State,
            "org" => EntityKind.Organisation,
            "event" => EntityKind.Event,
            _ => null,
        };
        kind = parsed ?? default;
        var rest = id.AsSpan(dot + 1);
        return parsed is not null && rest.Length is > 0 and <= 80 && rest[0] != '-' && rest[^1] != '-'
            && !rest.ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");
    }
}
