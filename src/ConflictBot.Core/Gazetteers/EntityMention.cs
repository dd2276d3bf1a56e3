using System.Collections.Immutable;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Gazetteers;

/// <summary>A name found in a text.</summary>
/// <param name="Entry">What it most likely names.</param>
/// <param name="Span">Where it stands, in UTF-16 code units, without a possessive ending.</param>
/// <param name="Form">How it names the entry; <see cref="AliasForm.Capital"/> exactly where <paramref name="StandsFor"/> is set.</param>
/// <param name="StandsFor">The state or body that a capital stands for here; null for other names, and where the text speaks of the place itself ("in Baku").</param>
/// <param name="IsApproximate">True where the text spells it differently from every known name.</param>
/// <param name="Alternatives">What else it may name, likeliest first; without <paramref name="Entry"/>.</param>
public sealed record EntityMention(
    GazetteerEntry Entry,
    TextSpan Span,
    AliasForm Form,
    GazetteerEntry? StandsFor,
    bool IsApproximate,
    IReadOnlyList<GazetteerEntry> Alternatives)
{
    /// <summary>The states that the words found name besides the entry: Armenia in "Armenian Defence Ministry". Distinct, in the order of the words.</summary>
    public ImmutableArray<GazetteerEntry> AlsoNames { get; init; } = [];
}
