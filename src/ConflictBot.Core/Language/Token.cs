namespace ConflictBot.Core.Language;

/// <summary>A word of a text.</summary>
/// <param name="Start">Where it starts in the text, in UTF-16 code units.</param>
/// <param name="End">Where it ends (exclusive). A possessive ending lies inside.</param>
/// <param name="Text">The word folded (<see cref="Tokenizer.Fold"/>), without a possessive ending.</param>
public readonly record struct Token(int Start, int End, string Text);
