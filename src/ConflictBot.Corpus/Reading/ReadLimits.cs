namespace ConflictBot.Corpus.Reading;

/// <summary>What a reader takes at most, so that no file can fill the memory.</summary>
public static class ReadLimits
{
    /// <summary>The largest text, HTML or Markdown file, and the longest line of a JSON-lines file, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;
}
