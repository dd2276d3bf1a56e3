using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Tests.Reading;

/// <summary>The seeds as they stand in the repository.</summary>
internal static class Seeds
{
    public static readonly string Folder = FindFolder();

    public static IEnumerable<string> Files => Directory.GetFiles(Folder, "*.txt").Order(StringComparer.Ordinal);

    public static async Task<Article> ReadAsync(string prefix)
    {
        var path = Files.Single(f => Path.GetFileName(f).StartsWith(prefix, StringComparison.Ordinal));
        var metadata = await ArticleMetadataFile.ReadAsync(Path.Combine(Folder, ArticleMetadataFile.FileName), CancellationToken.None);
        metadata.Problems.ShouldBeEmpty();
        return (await new TextArticleReader().ReadAsync(path, metadata.Find, CancellationToken.None).ToListAsync())
            .ShouldHaveSingleItem().ShouldBeOfType<ArticleReadResult.Accepted>().Article;
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConflictBot.sln")))
                return Path.Combine(folder.FullName, "seeds");
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
