using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus;
using ConflictBot.Corpus.Memory;

namespace ConflictBot.Configuration;

/// <summary>Which engines this build has, and which of them the settings mean.</summary>
internal static class EngineChoice
{
    /// <summary>The engine that would be used, with its version, and the other one's presence or absence.</summary>
    public static string Describe(IndexOptions options) => (UsesLucene(options), PassageIndexEngines.LuceneAvailable) switch
    {
        (true, _) => $"lucene (Lucene.Net {PassageIndexEngines.LuceneVersion}); memory is there too",
        (false, true) => $"memory; lucene (Lucene.Net {PassageIndexEngines.LuceneVersion}) is there too",
        (false, false) => $"memory; lucene is not compiled in ({PassageIndexEngines.LuceneAbsent})",
    };

    /// <summary>An index by the engine the settings mean.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="folder">Where it may be kept; asked for only where the engine keeps anything.</param>
    /// <param name="logger">Told of an index that is rebuilt.</param>
    /// <exception cref="InvalidSettingException">The engine is not compiled in, or can't write where its index is kept.</exception>
    public static IPassageIndex Create(IndexOptions options, Func<string> folder, ILogger logger)
    {
        if (!UsesLucene(options))
            return new MemoryPassageIndex();
        try
        {
            return PassageIndexEngines.OpenLucene(folder(), logger);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException($"The index can't be kept under Data:Directory: {e.Message}", e);
        }
    }

    private static bool UsesLucene(IndexOptions options) => options.Engine switch
    {
        IndexOptions.Memory => false,
        IndexOptions.Auto => PassageIndexEngines.LuceneAvailable,
        _ when PassageIndexEngines.LuceneAvailable => true,
        _ => throw new InvalidSettingException($"Index:Engine is lucene, which this build lacks ({PassageIndexEngines.LuceneAbsent}). It must be auto or memory."),
    };
}
