using System.Text.RegularExpressions;
using ConflictBot.Core.Articles;
using Lucene.Net.Index;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ConflictBot.Corpus.LuceneNet;

/// <summary>Opens the files of an index: those in a folder where they can be used, none where they can't, a copy in memory where another process writes them.</summary>
internal sealed partial class LuceneStore : IDisposable
{
    private LuceneStore(LuceneDirectory directory, IndexWriter writer, Dictionary<ArticleId, string> fingerprints)
    {
        Directory = directory;
        Writer = writer;
        Fingerprints = fingerprints;
    }

    public LuceneDirectory Directory { get; }

    public IndexWriter Writer { get; }

    /// <summary>What the index held when it was opened.</summary>
    public IReadOnlyDictionary<ArticleId, string> Fingerprints { get; }

    public static BM25Similarity Similarity { get; } = new(1.2f, 0.75f);

    /// <summary>What an index must have been made with to be used: the layout, the chain, and Lucene.Net itself, whose stemmer may change.</summary>
    public static IReadOnlyDictionary<string, string> Versions { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["schema"] = $"{PassageDocument.SchemaVersion}",
        ["analyzer"] = LuceneTextAnalyzer.Version,
        ["lucene"] = PassageIndexEngines.LuceneVersion,
    };

    public static LuceneStore InMemory() => OpenWriter(new RAMDirectory());

    public static LuceneStore InFolder(string folder, ILogger logger)
    {
        var directory = new MMapDirectory(System.IO.Directory.CreateDirectory(folder));
        try
        {
            return OpenOrRebuild(directory, logger);
        }
        catch (LockObtainFailedException)
        {
            // Another process writes here, and will go on to: its lock is not fought over. Its last commit is copied, so that what it has indexed need not be indexed again.
            using (directory)
                return Copy(directory, logger);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // Not a commit: what was not committed does not last.
        Writer.Rollback();
        Directory.Dispose();
    }

    private static LuceneStore OpenOrRebuild(MMapDirectory directory, ILogger logger)
    {
        // Damaged bytes can come to light as any exception at all; whatever it is, the index is made anew.
        try
        {
            if (LastCommit(directory) is { } commit && !HasOurVersions(commit))
            {
                LogOtherVersion(logger, directory.Directory.FullName);
                Clear(directory);
            }

            return OpenWriter(directory);
        }
        catch (Exception e) when (e is not (LockObtainFailedException or UnauthorizedAccessException))
        {
            LogDamaged(logger, directory.Directory.FullName, e.Message);
            Clear(directory);
            return OpenWriter(directory);
        }
    }

    private static LuceneStore Copy(MMapDirectory directory, ILogger logger)
    {
        LogLocked(logger, directory.Directory.FullName);
        var memory = new RAMDirectory();
        try
        {
            if (LastCommit(directory) is not { } commit || !HasOurVersions(commit))
                return OpenWriter(memory);
            foreach (var file in commit.FileNames)
                directory.Copy(memory, file, file, IOContext.READ_ONCE);
            return OpenWriter(memory);
        }
        catch (IOException)
        {
            // The writer may remove a file of its last commit while it is copied. An empty index is right too, only slower to fill.
            memory.Dispose();
            return InMemory();
        }
    }

    private static LuceneStore OpenWriter(LuceneDirectory directory)
    {
        var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, new LuceneTextAnalyzer())
        {
            OpenMode = OpenMode.CREATE_OR_APPEND,
            Similarity = Similarity,
            WriteLockTimeout = 0,
        });
        try
        {
            return new LuceneStore(directory, writer, ReadFingerprints(writer));
        }
        catch
        {
            writer.Rollback();
            throw;
        }
    }

    private static IndexCommit? LastCommit(LuceneDirectory directory) =>
        DirectoryReader.IndexExists(directory) ? DirectoryReader.ListCommits(directory)[^1] : null;

    private static bool HasOurVersions(IndexCommit commit)
    {
        var data = commit.UserData;
        return Versions.All(v => data.TryGetValue(v.Key, out var made) && made == v.Value);
    }

    /// <summary>Reads every file through, against its checksum, and collects what is known of each article.</summary>
    private static Dictionary<ArticleId, string> ReadFingerprints(IndexWriter writer)
    {
        var fingerprints = new Dictionary<ArticleId, string>();
        using var reader = DirectoryReader.Open(writer, applyAllDeletes: true);
        var bytes = new BytesRef();
        foreach (var leaf in reader.Leaves)
        {
            var segment = leaf.AtomicReader;
            segment.CheckIntegrity();
            if (segment.GetDocsWithField(PassageDocument.Fingerprint) is not { } first)
                continue;
            var values = segment.GetBinaryDocValues(PassageDocument.Fingerprint);
            var keys = segment.GetSortedDocValues(PassageDocument.Key);
            var live = segment.LiveDocs;
            for (var i = 0; i < segment.MaxDoc; i++)
            {
                if (!first.Get(i) || live?.Get(i) == false)
                    continue;
                keys.Get(i, bytes);
                var article = PassageDocument.IdOf(bytes.Bytes.AsSpan(bytes.Offset, bytes.Length)).Article;
                values.Get(i, bytes);
                fingerprints.Add(article, bytes.Utf8ToString());
            }
        }

        return fingerprints;
    }

    /// <summary>Deletes the index's files, and no other, under the lock.</summary>
    private static void Clear(MMapDirectory directory)
    {
        using var gate = directory.MakeLock(IndexWriter.WRITE_LOCK_NAME);
        if (!gate.Obtain())
            throw new LockObtainFailedException($"Another process writes to {directory.Directory.FullName}.");
        foreach (var file in directory.ListAll().Where(f => IndexFile().IsMatch(f)))
            directory.DeleteFile(file);
    }

    [GeneratedRegex(@"^(segments(\.gen|_[a-z0-9]+)?|_[a-z0-9]+(_.*)?\..*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IndexFile();

    [LoggerMessage(1, LogLevel.Information, "The index in {Folder} was made by another version of this program and is made anew from the articles.")]
    private static partial void LogOtherVersion(ILogger logger, string folder);

    [LoggerMessage(2, LogLevel.Warning, "The index in {Folder} is damaged and is made anew from the articles: {Reason}")]
    private static partial void LogDamaged(ILogger logger, string folder, string reason);

    [LoggerMessage(3, LogLevel.Debug, "Another process writes the index in {Folder}; this one works on a copy in memory.")]
    private static partial void LogLocked(ILogger logger, string folder);
}
