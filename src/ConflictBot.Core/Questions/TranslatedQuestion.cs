using System.Collections.Immutable;

namespace ConflictBot.Core.Questions;

/// <summary>A question of another language, as it was understood.</summary>
/// <param name="English">The question in plain English. A word that was not understood stands in it in Latin letters, so that an answer must account for it.</param>
/// <param name="Understood">The share of its content words that were understood, 0–1; 1 for a question of none.</param>
/// <param name="NotUnderstood">The words that were not, as the user wrote them.</param>
public sealed record TranslatedQuestion(string English, double Understood, ImmutableArray<string> NotUnderstood)
{
    /// <summary>Whether too little was understood to look anything up.</summary>
    public bool IsUnreadable => Understood < 0.5;
}
