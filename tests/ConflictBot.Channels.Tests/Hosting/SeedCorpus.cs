using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Passages;
using ConflictBot.Corpus.Memory;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Channels.Tests.Hosting;

/// <summary>The seeds, read, indexed and ready to be asked.</summary>
internal sealed record SeedCorpus(ArticleLibrary Library, QuestionAnswerer Answerer)
{
    private static readonly Lazy<Task<SeedCorpus>> Loaded = new(() => LoadAsync([]));

    /// <summary>One for all tests: nothing changes it.</summary>
    public static Task<SeedCorpus> SharedAsync() => Loaded.Value;

    /// <summary>The seeds and other articles beside them.</summary>
    public static async Task<SeedCorpus> LoadAsync(IEnumerable<Article> others)
    {
        var articles = new List<Article>();
        var metadata = await ArticleMetadataFile.ReadAsync(Repository.PathTo("seeds", ArticleMetadataFile.FileName), CancellationToken.None);
        foreach (var file in Directory.GetFiles(Repository.PathTo("seeds"), "*.txt").Order(StringComparer.Ordinal))
        {
            await foreach (var result in new TextArticleReader().ReadAsync(file, metadata.Find, CancellationToken.None))
                articles.Add(result.ShouldBeOfType<ArticleReadResult.Accepted>().Article);
        }

        var splitter = new PassageSplitter(new AliasMatcher(Gazetteer.Default).EntityIds);
        var library = new ArticleLibrary();
        var index = new MemoryPassageIndex();
        foreach (var article in articles.Concat(others))
        {
            var passages = splitter.Split(article);
            library.Replace(article, passages);
            await index.ReplaceArticleAsync(article.Id, passages, CancellationToken.None);
        }

        return new SeedCorpus(library, new QuestionAnswerer(index, library, Gazetteer.Default, TimeProvider.System));
    }
}
