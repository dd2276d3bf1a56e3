using System.Collections.Immutable;

namespace ConflictBot.Training;

/// <summary>A question's candidate sentences: their features, and which of them answer.</summary>
/// <param name="Fold">What the question is held out with: its article, or its set.</param>
/// <param name="Candidates">Features by <see cref="Core.Retrieval.SentenceFeature"/>, and whether the sentence answers.</param>
internal sealed record TrainingQuestion(string Fold, ImmutableArray<(double[] Features, bool Answers)> Candidates);
