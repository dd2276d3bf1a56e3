using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Sentences;

/// <summary>Who a sentence, or a clause of it, says is speaking.</summary>
/// <param name="Speaker">The speaker in the article's own spelling.</param>
/// <param name="Entity">The gazetteer's entry, where it has one.</param>
/// <param name="SideId">Id of the state or body spoken for; null where unknown.</param>
/// <param name="Clause">What is attributed, as a span of the sentence.</param>
/// <param name="IsInherited">True where the speaker stands in a sentence before ("It said …").</param>
public sealed record Attribution(string Speaker, GazetteerEntry? Entity, string? SideId, TextSpan Clause, bool IsInherited);
