using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.LuceneNet;
using ConflictBot.TestSupport.Building;
using Lucene.Net.Index;
using Lucene.Net.Store;
using Lucene.Net.Util;
using Microsoft.Extensions.Logging;

namespace ConflictBot.Corpus.Tests.LuceneNet;

public sealed class LucenePersistenceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ListLogger _log = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_was_committed_is_there_at_the_next_start()
    {
        using (var index = Open())
        {
            await AddAsync(index, "a", "Shelling near Tovuz.", "Talks in Moscow.");
            await AddAsync(index, "b", "Rain in Paris.");
            await index.CommitAsync(CancellationToken.None);
        }

        using var reopened = Open();
        (await FindAsync(reopened, "moscow", "paris")).ShouldBe(["a#1", "b#0"]);
        reopened.Fingerprints.ShouldBe(
            new Dictionary<ArticleId, string>
            {
                [new("a")] = PassageFingerprint.Of(Passages("a", "Shelling near Tovuz.", "Talks in Moscow.")),
                [new("b")] = PassageFingerprint.Of(Passages("b", "Rain in Paris.")),
            },
            ignoreOrder: true);
        var status = await reopened.GetStatusAsync(CancellationToken.None);
        (status.Articles, status.Passages).ShouldBe((2, 3));
        _log.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_not_committed_is_gone_and_known_to_be()
    {
        using (var index = Open())
        {
            await AddAsync(index, "a", "Shelling near Tovuz.");
            await index.CommitAsync(CancellationToken.None);
            await AddAsync(index, "a", "Talks in Moscow.");
            await AddAsync(index, "b", "Talks in Paris.");
            (await FindAsync(index, "talks")).ShouldBe(["a#0", "b#0"]);
        }

        using var reopened = Open();
        (await FindAsync(reopened, "talks", "tovuz")).ShouldBe(["a#0"]);
        reopened.Fingerprints.Values.ShouldBe([PassageFingerprint.Of(Passages("a", "Shelling near Tovuz."))]);
    }

    [Fact]
    public async Task Replacements_and_removals_last_too()
    {
        using (var index = Open())
        {
            await AddAsync(index, "a", "Shelling near Tovuz.");
            await AddAsync(index, "b", "Rain in Paris.");
            await index.CommitAsync(CancellationToken.None);
            await AddAsync(index, "a", "Talks in Moscow.");
            await index.RemoveArticleAsync(new ArticleId("b"), CancellationToken.None);
            await index.CommitAsync(CancellationToken.None);
        }

        using var reopened = Open();
        (await FindAsync(reopened, "tovuz", "paris")).ShouldBeEmpty();
        (await FindAsync(reopened, "moscow")).ShouldBe(["a#0"]);
        reopened.Fingerprints.Keys.ShouldBe([new ArticleId("a")]);
    }

    [Fact]
    public async Task A_commit_with_nothing_new_writes_nothing()
    {
        using var index = Open();
        await AddAsync(index, "a", "Shelling near Tovuz.");
        await index.CommitAsync(CancellationToken.None);
        var before = Files();

        await index.CommitAsync(CancellationToken.None);

        Files().ShouldBe(before);
    }

    [Theory]
    [InlineData("schema")]
    [InlineData("analyzer")]
    [InlineData("lucene")]
    public async Task An_index_of_another_version_is_made_anew(string what)
    {
        await FillAsync();
        Recommit(versions => versions[what] += ".1");

        using var index = Open();

        index.Fingerprints.ShouldBeEmpty();
        (await FindAsync(index, "tovuz")).ShouldBeEmpty();
        _log.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Level.ShouldBe(LogLevel.Information), l => l.Text.ShouldContain("another version"));
        await ShouldWorkAndLastAsync(index);
    }

    [Fact]
    public async Task An_index_without_versions_is_made_anew()
    {
        await FillAsync();
        Recommit(versions => versions.Clear());

        using var index = Open();

        index.Fingerprints.ShouldBeEmpty();
        _log.Lines.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("segments_*", "garbage")]
    [InlineData("segments_*", "empty")]
    [InlineData("segments_*", "cut")]
    [InlineData("*.cf?", "flipped")]
    [InlineData("*.cf?", "cut")]
    [InlineData("*.cfs", "gone")]
    [InlineData("*.si", "garbage")]
    public async Task A_damaged_index_is_made_anew(string files, string damage)
    {
        await FillAsync();
        var chosen = System.IO.Directory.GetFiles(_folder.Path, files);
        chosen.ShouldNotBeEmpty();
        foreach (var file in chosen)
            Damage(file, damage);

        using (var index = Open())
        {
            index.Fingerprints.ShouldBeEmpty();
            (await FindAsync(index, "tovuz")).ShouldBeEmpty();
            _log.Lines.ShouldHaveSingleItem().ShouldSatisfyAllConditions(l => l.Level.ShouldBe(LogLevel.Warning), l => l.Text.ShouldContain("damaged"));
            await ShouldWorkAndLastAsync(index);
        }

        using var reopened = Open();
        reopened.Fingerprints.Count.ShouldBe(1);
        _log.Lines.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuilt_index_leaves_other_files_of_the_folder_alone()
    {
        await FillAsync();
        var note = Path.Combine(_folder.Path, "notes.txt");
        await File.WriteAllTextAsync(note, "mine");
        Recommit(versions => versions.Clear());

        Open().Dispose();

        (await File.ReadAllTextAsync(note)).ShouldBe("mine");
    }

    [Fact]
    public async Task A_second_writer_works_on_a_copy_and_disturbs_nothing()
    {
        using var first = Open();
        await AddAsync(first, "a", "Shelling near Tovuz.");
        await first.CommitAsync(CancellationToken.None);
        var files = Files();

        using (var second = Open())
        {
            _log.Lines.ShouldHaveSingleItem().Level.ShouldBe(LogLevel.Debug);
            (await FindAsync(second, "tovuz")).ShouldBe(["a#0"]);
            second.Fingerprints.Values.ShouldBe([PassageFingerprint.Of(Passages("a", "Shelling near Tovuz."))]);
            await AddAsync(second, "b", "Tovuz again.");
            await second.CommitAsync(CancellationToken.None);
            (await FindAsync(second, "tovuz")).ShouldBe(["a#0", "b#0"], ignoreOrder: true);
        }

        Files().ShouldBe(files);
        (await FindAsync(first, "tovuz")).ShouldBe(["a#0"]);
        await AddAsync(first, "c", "Rain in Paris.");
        await first.CommitAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_second_writer_starts_empty_where_nothing_was_committed()
    {
        using var first = Open();
        await AddAsync(first, "a", "Shelling near Tovuz.");

        using var second = Open();

        second.Fingerprints.ShouldBeEmpty();
        (await FindAsync(second, "tovuz")).ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_is_a_file_is_an_error_that_names_it()
    {
        File.WriteAllText(_folder.Path, "a file");
        try
        {
            Should.Throw<IOException>(() => Open()).Message.ShouldContain(_folder.Path);
        }
        finally
        {
            File.Delete(_folder.Path);
        }
    }

    private static Passage[] Passages(string article, params string[] bodies) =>
        [.. bodies.Select((b, i) => new PassageBuilder(article, i).WithBody(b).Build())];

    private static Task AddAsync(LucenePassageIndex index, string article, params string[] bodies) =>
        index.ReplaceArticleAsync(new ArticleId(article), Passages(article, bodies), CancellationToken.None);

    private static async Task<string[]> FindAsync(LucenePassageIndex index, params string[] words)
    {
        var hits = await index.SearchAsync(new PassageQuery { Terms = [.. words.Select(w => new WeightedTerm(w))] }, CancellationToken.None);
        return [.. hits.Select(h => h.Id.ToString())];
    }

    private static async Task ShouldWorkAndLastAsync(LucenePassageIndex index)
    {
        await AddAsync(index, "z", "Drones over Tovuz.");
        await index.CommitAsync(CancellationToken.None);
        (await FindAsync(index, "tovuz")).ShouldBe(["z#0"]);
    }

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "garbage":
                new Random(3).NextBytes(bytes);
                File.WriteAllBytes(file, bytes);
                break;
            case "empty":
                File.WriteAllBytes(file, []);
                break;
            case "cut":
                File.WriteAllBytes(file, bytes[..(bytes.Length / 2)]);
                break;
            case "flipped":
                bytes[bytes.Length / 2] ^= 0x10;
                File.WriteAllBytes(file, bytes);
                break;
            default:
                File.Delete(file);
                break;
        }
    }

    private LucenePassageIndex Open() => LucenePassageIndex.Open(_folder.Path, _log);

    private (string, DateTime, long)[] Files() =>
        [.. new DirectoryInfo(_folder.Path).GetFiles().OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => (f.Name, f.LastWriteTimeUtc, f.Length))];

    private async Task FillAsync()
    {
        using var index = Open();
        await AddAsync(index, "a", "Shelling near Tovuz.", "Talks in Moscow.");
        await index.CommitAsync(CancellationToken.None);
    }

    /// <summary>Commits once more under other versions, as another build of the program would have.</summary>
    private void Recommit(Action<Dictionary<string, string>> change)
    {
        var versions = LuceneStore.Versions.ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
        change(versions);
        using var directory = new MMapDirectory(new DirectoryInfo(_folder.Path));
        using var writer = new IndexWriter(directory, new IndexWriterConfig(LuceneVersion.LUCENE_48, null));
        writer.SetCommitData(versions);
        writer.Commit();
    }
}
