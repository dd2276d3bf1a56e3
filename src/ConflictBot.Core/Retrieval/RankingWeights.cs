namespace ConflictBot.Core.Retrieval;

/// <summary>What each feature of a sentence is worth; a sentence's score is the sum of feature × weight.</summary>
public static class RankingWeights
{
    /// <summary>The trained weights that come with the product.</summary>
    public static FeatureWeights<SentenceFeature> Default { get; } = FeatureWeights<SentenceFeature>.Embedded("ranking-weights.tsv");
}
