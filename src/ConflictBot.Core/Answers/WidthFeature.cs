namespace ConflictBot.Core.Answers;

/// <summary>What tells whether a sentence beside the chosen one holds the answer in its place. The names are those of <c>excerpt-width-weights.tsv</c>.</summary>
public enum WidthFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>1 for the sentence after the chosen one, 0 for the one before.</summary>
    Follows,

    /// <summary>The share of the question's weight, 0–1, that the neighbour speaks of and the chosen sentence does not.</summary>
    Adds,

    /// <summary>The share of the question's weight, 0–1, that the chosen sentence speaks of.</summary>
    Covered,

    /// <summary>The neighbour's ranking score less the chosen sentence's, over ten.</summary>
    ScoreDifference,

    /// <summary>What more of the asked kind (number, date, person …) the neighbour holds than the chosen sentence, 0–1.</summary>
    HoldsTheKind,

    /// <summary>A reason is asked for, and the sentence after the chosen one gives it where the chosen one does not, going on about the same.</summary>
    ReasonFollows,

    /// <summary>The chosen sentence opens with a word that points back, and the neighbour stands before it.</summary>
    PointsBack,

    /// <summary>The neighbour opens with a word that points back to the chosen sentence.</summary>
    GoesOn,

    /// <summary>The length of both together over the most that is quoted, 0–1.</summary>
    Length,
}
