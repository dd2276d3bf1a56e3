using System.Collections.Immutable;
using ConflictBot.Cli.Terminal;
using ConflictBot.Core.Articles;

namespace ConflictBot.Loading;

/// <summary>What came of loading the articles.</summary>
/// <param name="Articles">How many can be quoted.</param>
/// <param name="Passages">How many passages they were cut into.</param>
/// <param name="Rejected">What could not be read, and why.</param>
internal sealed record LoadReport(int Articles, long Passages, ImmutableArray<ArticleReadResult.Rejected> Rejected)
{
    /// <summary>A line for each file that was rejected.</summary>
    public async Task WriteRejectedAsync(TextWriter writer)
    {
        foreach (var rejected in Rejected)
            await writer.WriteLineAsync(TerminalText.Clean($"Not read: {rejected.Source}: {rejected.Reason}"));
    }
}
