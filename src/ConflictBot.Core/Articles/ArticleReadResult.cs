namespace ConflictBot.Core.Articles;

/// <summary>What came of reading one article: the article, or why it was refused.</summary>
public abstract record ArticleReadResult
{
    private ArticleReadResult(string source) => Source = source;

    /// <summary>The file's name, with the line for JSON lines, as told to people.</summary>
    public string Source { get; }

    public sealed record Accepted(string Source, Article Article) : ArticleReadResult(Source);

    /// <param name="Reason">A sentence a person can act on.</param>
    public sealed record Rejected(string Source, string Reason) : ArticleReadResult(Source);
}
