using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Corpus.Loading;

/// <summary>A file or folder that articles are read from.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="IsOptional">Whether it may be missing or empty without that being worth a word.</param>
public readonly record struct CorpusSource(string Path, bool IsOptional = false);

/// <summary>What a loading came to.</summary>
public sealed record CorpusReport
{
    /// <summary>The articles that can now be quoted, in reading order.</summary>
    public required ImmutableArray<ArticleId> Accepted { get; init; }

    /// <summary>What was refused, and why, in reading order.</summary>
    public required ImmutableArray<ArticleReadResult.Rejected> Rejected { get; init; }

    /// <summary>How many articles were new or different, so that they were indexed.</summary>
    public int Indexed { get; init; }

    /// <summary>How many articles are gone.</summary>
    public int Removed { get; init; }

    /// <summary>Whether anything is different from what the same loader reported last.</summary>
    public bool IsChanged { get; init; }
}

/// <summary>How far a loading is.</summary>
/// <param name="Done">Files read.</param>
/// <param name="Total">Files to read.</param>
public readonly record struct CorpusProgress(int Done, int Total);
