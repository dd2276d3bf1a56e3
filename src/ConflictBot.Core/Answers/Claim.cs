using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Answers;

/// <summary>A cited statement and, where the text names them, who made it and for which side.</summary>
/// <param name="Citation">Where it stands.</param>
/// <param name="Speaker">Who says it, in the cited article's spelling; null where the text names nobody (the outlet's own words).</param>
/// <param name="Side">The display name of the state or body the speaker speaks for ("Armenia"); null where unknown.</param>
/// <param name="Emphasis">The words that answer, as spans of the quote, in order and disjoint.</param>
public sealed record Claim(Citation Citation, string? Speaker, string? Side, ImmutableArray<TextSpan> Emphasis)
{
    public Citation Citation { get; } = Citation ?? throw new ArgumentNullException(nameof(Citation));
}

/// <summary>Claims that say the same on a disputed point.</summary>
/// <param name="Label">Who says so and when, in neutral words, for a heading: "Armenia", "19 July 2020, bne IntelliNews".</param>
/// <param name="Claims">At least one.</param>
public sealed record ClaimGroup(string Label, ImmutableArray<Claim> Claims)
{
    /// <summary>Whether its claims tell what all sides say, so that it stands beside no single side's group.</summary>
    public bool TellsOfAll { get; init; }
}
