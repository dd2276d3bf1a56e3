using ConflictBot.Core.Articles;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Loading;
using ConflictBot.Corpus.Memory;
using ConflictBot.Corpus.Reading;
using ConflictBot.Corpus.Tests.Reading;

namespace ConflictBot.Corpus.Tests.Loading;

public sealed class CorpusLoaderTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly ArticleLibrary _library = new();
    private readonly MemoryPassageIndex _index = new();
    private readonly CorpusLoader _loader;

    public CorpusLoaderTests() => _loader = new CorpusLoader(new ArticleIngestion(), new PassageSplitter(_ => []), _library, _index);

    public void Dispose()
    {
        _loader.Dispose();
        _index.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_seeds_can_be_found_after_loading()
    {
        var report = await LoadAsync(Seeds.Folder);
        report.Rejected.ShouldBeEmpty();
        report.Accepted.Length.ShouldBe(5);
        (report.Indexed, report.Removed, report.IsChanged).ShouldBe((5, 0, true));
        var hit = (await FindAsync("mingachevir")).ShouldHaveSingleItem();
        _library.Find(hit.Id)!.Body.ShouldContain("Mingachevir Dam");
        (await _index.GetStatusAsync(CancellationToken.None)).Passages.ShouldBe(_library.All.Sum(a => (long)a.Passages.Length));
    }

    [Fact]
    public async Task Only_what_changed_is_loaded_again()
    {
        _folder.Write("a.txt", "A headline\n\nAlpha stands here.");
        _folder.Write("b.txt", "B headline\n\nBravo stands here.");
        await LoadAsync(_folder.Path);
        var untouched = _library.Find(new ArticleId("b"))!.Article;

        (await LoadAsync(_folder.Path)).IsChanged.ShouldBeFalse();

        _folder.Write("a.txt", "A headline\n\nCharlie stands here, longer than before.");
        _folder.Write("c.txt", "C headline\n\nDelta stands here.");
        var report = await LoadAsync(_folder.Path);
        (report.Indexed, report.Removed, report.IsChanged).ShouldBe((2, 0, true));
        _library.Find(new ArticleId("b"))!.Article.ShouldBeSameAs(untouched);
        (await FindAsync("alpha")).ShouldBeEmpty();
        (await FindAsync("charlie")).Count.ShouldBe(1);

        File.Delete(_folder.At("c.txt"));
        report = await LoadAsync(_folder.Path);
        (report.Indexed, report.Removed).ShouldBe((0, 1));
        _library.Find(new ArticleId("c")).ShouldBeNull();
        (await FindAsync("delta")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_touched_file_of_the_same_text_is_not_indexed_again()
    {
        var path = _folder.Write("a.txt", "A headline\n\nAlpha stands here.");
        await LoadAsync(_folder.Path);
        File.SetLastWriteTimeUtc(path, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        (await LoadAsync(_folder.Path)).Indexed.ShouldBe(0);
    }

    [Fact]
    public async Task New_metadata_reaches_the_library()
    {
        _folder.Write("a.txt", "A headline\n\nAlpha stands here.");
        await LoadAsync(_folder.Path);
        _folder.Write("articles.json", """{"a":{"publisher":"Some Outlet"}}""");
        await LoadAsync(_folder.Path);
        _library.Find(new ArticleId("a"))!.Article.Metadata.Publisher.ShouldBe("Some Outlet");
    }

    [Fact]
    public async Task The_first_source_of_an_id_counts_and_the_next_takes_over_when_it_goes()
    {
        _folder.Write("one/a.txt", "A headline\n\nAlpha stands here.");
        _folder.Write("two/a.txt", "A headline\n\nBravo stands here.");
        var report = await LoadAsync(_folder.At("one"), _folder.At("two"));
        report.Rejected.ShouldHaveSingleItem().Reason.ShouldBe("The id “a” is already taken by a.txt.");
        (await FindAsync("alpha")).Count.ShouldBe(1);
        File.Delete(_folder.At("one/a.txt"));
        report = await _loader.LoadAsync([new CorpusSource(_folder.At("one"), IsOptional: true), new CorpusSource(_folder.At("two"))], null, CancellationToken.None);
        report.Rejected.ShouldBeEmpty();
        (await FindAsync("bravo")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_missing_source_is_told_unless_it_is_optional()
    {
        (await LoadAsync(_folder.At("none"))).Rejected.ShouldHaveSingleItem().Reason.ShouldBe("There is no such file or folder.");
        var report = await _loader.LoadAsync([new CorpusSource(_folder.At("none"), IsOptional: true)], null, CancellationToken.None);
        report.Rejected.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_lasting_index_is_only_told_what_changed_since_and_commits_once()
    {
        _folder.Write("a.txt", "A headline\n\nAlpha stands here.");
        _folder.Write("b.txt", "B headline\n\nBravo stands here.");
        var kept = new Dictionary<ArticleId, string>();
        await LoadInto(new KeepingIndex(kept), replaced: ["a", "b"], removed: [], commits: 1);

        // The next process finds what the last one committed.
        await LoadInto(new KeepingIndex(kept), replaced: [], removed: [], commits: 0);

        _folder.Write("b.txt", "B headline\n\nCharlie stands here.");
        File.Delete(_folder.At("a.txt"));
        await LoadInto(new KeepingIndex(kept), replaced: ["b"], removed: ["a"], commits: 1);
    }

    private async Task LoadInto(KeepingIndex index, string[] replaced, string[] removed, int commits)
    {
        var library = new ArticleLibrary();
        using var loader = new CorpusLoader(new ArticleIngestion(), new PassageSplitter(_ => []), library, index);
        await loader.LoadAsync([new CorpusSource(_folder.Path)], null, CancellationToken.None);
        index.Replaced.ShouldBe(replaced);
        index.Removed.ShouldBe(removed);
        index.Commits.ShouldBe(commits);
        library.Count.ShouldBe(Directory.GetFiles(_folder.Path, "*.txt").Length);
    }

    private Task<CorpusReport> LoadAsync(params string[] paths) =>
        _loader.LoadAsync([.. paths.Select(p => new CorpusSource(p))], null, CancellationToken.None);

    private Task<IReadOnlyList<PassageHit>> FindAsync(string term) => _index.SearchAsync(new PassageQuery { Terms = [new WeightedTerm(term)] }, CancellationToken.None);

    // What a persistent engine promises its loader, recorded; the engine itself is an optional package.
    private sealed class KeepingIndex(Dictionary<ArticleId, string> kept) : IPersistentPassageIndex
    {
        private readonly Dictionary<ArticleId, string> _now = new(kept);

        public List<string> Replaced { get; } = [];

        public List<string> Removed { get; } = [];

        public int Commits { get; private set; }

        public IReadOnlyDictionary<ArticleId, string> Fingerprints => kept;

        public Task ReplaceArticleAsync(ArticleId id, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
        {
            Replaced.Add(id.Value);
            _now[id] = PassageFingerprint.Of(passages);
            return Task.CompletedTask;
        }

        public Task RemoveArticleAsync(ArticleId id, CancellationToken cancellationToken)
        {
            Removed.Add(id.Value);
            _now.Remove(id);
            return Task.CompletedTask;
        }

        public Task CommitAsync(CancellationToken cancellationToken)
        {
            Commits++;
            kept.Clear();
            foreach (var (id, fingerprint) in _now)
                kept[id] = fingerprint;
            return Task.CompletedTask;
        }

        public Task<IReadOnlyList<PassageHit>> SearchAsync(PassageQuery query, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PassageHit>>([]);

        public Task<IndexStatus> GetStatusAsync(CancellationToken cancellationToken) => Task.FromResult(new IndexStatus("recording", "1", _now.Count, 0));
    }
}
