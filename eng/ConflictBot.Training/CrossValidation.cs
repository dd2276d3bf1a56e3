namespace ConflictBot.Training;

/// <summary>Weights for each fold, trained on all the others, and what they get right.</summary>
internal static class CrossValidation
{
    public static Dictionary<string, double[]> Folds(List<TrainingQuestion> questions, SoftmaxTrainer trainer, Func<int, bool> isTrained) =>
        questions.Select(q => q.Fold).Distinct(StringComparer.Ordinal)
            .ToDictionary(fold => fold, fold => trainer.Fit(questions.Where(q => q.Fold != fold).ToList(), isTrained), StringComparer.Ordinal);

    /// <summary>The share of questions whose best sentence answers, among those with an answer among their candidates.</summary>
    public static double FirstRight(List<TrainingQuestion> questions, Func<string, double[]> weightsFor) =>
        questions.Average(q => q.Candidates.MaxBy(c => SoftmaxTrainer.Dot(c.Features, weightsFor(q.Fold))).Answers ? 1d : 0);

    public static double MeanAveragePrecision(List<TrainingQuestion> questions, Func<string, double[]> weightsFor) =>
        questions.Average(q => AveragePrecision(q, weightsFor(q.Fold)));

    private static double AveragePrecision(TrainingQuestion question, double[] weights)
    {
        var (found, sum, rank) = (0, 0d, 0);
        foreach (var (_, answers) in question.Candidates.OrderByDescending(c => SoftmaxTrainer.Dot(c.Features, weights)))
        {
            rank++;
            if (answers)
                sum += ++found / (double)rank;
        }

        return sum / found;
    }
}
