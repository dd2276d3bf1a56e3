using System.Text;
using ConflictBot.Core.Articles;
using ConflictBot.Corpus.Reading;

namespace ConflictBot.Corpus.Tests.Reading;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("conflictbot-").FullName;

    public string Path { get; }

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(At(name))!);
        File.WriteAllBytes(At(name), bytes);
        return At(name);
    }

    public Task<List<ArticleReadResult>> ReadAsync() => ReadAsync(Path);

    public static Task<List<ArticleReadResult>> ReadAsync(params string[] paths) =>
        new ArticleIngestion().ReadAsync(paths, CancellationToken.None).ToListAsync().AsTask();

    public async Task<Article> ReadOneAsync(string name, string text)
    {
        Write(name, text);
        return (await ReadAsync(At(name))).ShouldHaveSingleItem().ShouldBeOfType<ArticleReadResult.Accepted>().Article;
    }

    public async Task<string> RefusalAsync(string name, byte[] bytes)
    {
        Write(name, bytes);
        var refusal = (await ReadAsync(At(name))).ShouldHaveSingleItem().ShouldBeOfType<ArticleReadResult.Rejected>();
        refusal.Source.ShouldStartWith(name);
        return refusal.Reason;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
