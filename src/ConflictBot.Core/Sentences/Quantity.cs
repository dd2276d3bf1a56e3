using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Sentences;

/// <summary>A number of something, as a text gives it.</summary>
/// <param name="Span">The number's own characters ("Two dozen", "30 to 50 thousand"), without what qualifies it.</param>
/// <param name="FirstToken">The first token after the number.</param>
/// <param name="Low">The least it says.</param>
/// <param name="High">The most it says; the same as <paramref name="Low"/> for a single number.</param>
/// <param name="IsVague">True for "hundreds", "thousands", "several": an order of magnitude, no number to compare.</param>
public sealed record Quantity(TextSpan Span, int FirstToken, double Low, double High, bool IsVague)
{
    /// <summary>Whether both may state the same number.</summary>
    public bool Agrees(Quantity other) => Low <= other.High && other.Low <= High;
}
