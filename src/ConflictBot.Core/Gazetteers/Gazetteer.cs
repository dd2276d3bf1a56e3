using System.Collections.Immutable;
using System.Reflection;

namespace ConflictBot.Core.Gazetteers;

/// <summary>The names of the field: who and what the articles and questions speak of, in every spelling. Immutable.</summary>
public sealed class Gazetteer
{
    private static readonly string[] EmbeddedFiles = ["states.tsv", "places.tsv", "organisations.tsv", "people.tsv", "events.tsv"];

    private static readonly Lazy<Gazetteer> LazyDefault = new(LoadEmbedded);

    private readonly Dictionary<string, GazetteerEntry> _byId;
    private readonly ImmutableArray<GazetteerRow> _rows;

    private Gazetteer(ImmutableArray<GazetteerRow> rows, ImmutableArray<GazetteerEntry> entries)
    {
        _rows = rows;
        Entries = entries;
        _byId = entries.ToDictionary(e => e.Id, StringComparer.Ordinal);
    }

    /// <summary>The gazetteer that comes with the program.</summary>
    public static Gazetteer Default => LazyDefault.Value;

    /// <summary>Every entry, in the order of the files: where two carry one name, the earlier is the likelier.</summary>
    public ImmutableArray<GazetteerEntry> Entries { get; }

    /// <summary>Reads names files; errors call them "names 1", "names 2" and so on.</summary>
    public static GazetteerLoadResult Load(IEnumerable<TextReader> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return Load([], files.Select((file, i) => (file, $"names {i + 1}")));
    }

    /// <summary>The entry, or null where there is none.</summary>
    public GazetteerEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>This gazetteer with a user's own names: a new id adds an entry, a known id adds its names to that entry.</summary>
    /// <param name="userFile">Lines of the same form as the embedded files.</param>
    /// <param name="sourceName">What errors call the file.</param>
    public GazetteerLoadResult With(TextReader userFile, string sourceName)
    {
        ArgumentNullException.ThrowIfNull(userFile);
        return Load(_rows, [(userFile, sourceName)]);
    }

    private static GazetteerLoadResult Load(ImmutableArray<GazetteerRow> known, IEnumerable<(TextReader File, string Name)> files)
    {
        var errors = new List<GazetteerError>();
        var rows = known.ToList();
        foreach (var (file, name) in files)
            rows.AddRange(new GazetteerReader(name, errors).Read(file));
        var entries = errors.Count == 0 ? GazetteerBuilder.Build(rows, errors) : [];
        return errors.Count > 0 ? new GazetteerLoadResult.Rejected([.. errors]) : new GazetteerLoadResult.Loaded(new Gazetteer([.. rows], entries));
    }

    private static Gazetteer LoadEmbedded()
    {
        var files = EmbeddedFiles.Select(name => (OpenEmbedded(name), name)).ToList();
        try
        {
            return Load([], files) switch
            {
                GazetteerLoadResult.Loaded loaded => loaded.Gazetteer,
                GazetteerLoadResult.Rejected rejected => throw new InvalidDataException(
                    "The names that come with the program can't be read: " + string.Join("; ", rejected.Errors)),
                _ => throw new InvalidOperationException("A load is loaded or rejected."),
            };
        }
        finally
        {
            files.ForEach(f => f.Item1.Dispose());
        }
    }

    private static TextReader OpenEmbedded(string name) => new StreamReader(
        Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"{name} is not embedded in the program."));
}
