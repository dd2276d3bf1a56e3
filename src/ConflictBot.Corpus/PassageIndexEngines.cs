#if LUCENE_NET
using System.Reflection;
#endif
using Microsoft.Extensions.Logging;

namespace ConflictBot.Corpus;

/// <summary>Which optional engine this program was built with. See docs/optional-packages.md.</summary>
public static class PassageIndexEngines
{
    /// <summary>What to tell a user who asks for Lucene where it is not built in.</summary>
    public const string LuceneAbsent = "Lucene.Net is not on the configured feeds";

    /// <summary>Whether Lucene.Net was on the package feeds when this program was built.</summary>
    public static bool LuceneAvailable =>
#if LUCENE_NET
        true;
#else
        false;
#endif

    /// <summary>Lucene.Net's version, as its package has it; empty where it is not built in.</summary>
    public static string LuceneVersion { get; } =
#if LUCENE_NET
        VersionOf(typeof(Lucene.Net.Index.IndexWriter).Assembly);
#else
        "";
#endif

    /// <summary>Opens the Lucene index in the folder, or an empty one in memory where the folder is null. To be disposed of.</summary>
    /// <exception cref="NotSupportedException">Lucene.Net is not built in; ask <see cref="LuceneAvailable"/> first.</exception>
    /// <exception cref="IOException">The folder can't be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be made or written.</exception>
    public static IPersistentPassageIndex OpenLucene(string? folder, ILogger logger)
    {
        ArgumentNullException.ThrowIfNull(logger);
#if LUCENE_NET
        return folder is null ? LuceneNet.LucenePassageIndex.InMemory() : LuceneNet.LucenePassageIndex.Open(folder, logger);
#else
        throw new NotSupportedException($"{LuceneAbsent}, so this program was built without it.");
#endif
    }

#if LUCENE_NET
    private static string VersionOf(Assembly assembly)
    {
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? assembly.GetName().Version?.ToString() ?? "";
        // A build may add the commit it was made from.
        return version.Split('+')[0];
    }
#endif
}
