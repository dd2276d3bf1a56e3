namespace ConflictBot.Core.Evaluation;

/// <summary>Measures of a ranking.</summary>
public static class RankingMeasures
{
    /// <summary>
    /// The area under the ROC curve: how often a right answer is more confident than a wrong one, ties counting half (Hanley and
    /// McNeil 1982, the Mann–Whitney statistic). 0 to 1; 0.5 says the confidence says nothing. NaN where one kind is missing.
    /// </summary>
    public static double AreaUnderCurve(IReadOnlyList<(double Confidence, bool Right)> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        double right = answers.Count(a => a.Right);
        var wrong = answers.Count - right;
        if (right == 0 || wrong == 0)
            return double.NaN;
        double wins = 0;
        double wrongBelow = 0;
        foreach (var tied in answers.GroupBy(a => a.Confidence).OrderBy(g => g.Key))
        {
            double tiedRight = tied.Count(a => a.Right);
            var tiedWrong = tied.Count() - tiedRight;
            wins += tiedRight * (wrongBelow + (tiedWrong / 2));
            wrongBelow += tiedWrong;
        }

        return wins / (right * wrong);
    }

    /// <summary>Average precision: the mean, over the relevant items, of the precision at each one's rank; an item that is not ranked counts 0.</summary>
    /// <param name="ranking">Items, best first.</param>
    /// <param name="relevant">At least one.</param>
    public static double AveragePrecision(IReadOnlyList<int> ranking, IReadOnlySet<int> relevant)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        ArgumentNullException.ThrowIfNull(relevant);
        var found = 0;
        double sum = 0;
        for (var i = 0; i < ranking.Count; i++)
        {
            if (relevant.Contains(ranking[i]))
                sum += ++found / (i + 1d);
        }

        return sum / relevant.Count;
    }

    /// <summary>The value that <paramref name="share"/> of the values do not exceed (nearest rank); 0 for none.</summary>
    public static double Percentile(IReadOnlyCollection<double> values, double share)
    {
        ArgumentNullException.ThrowIfNull(values);
        return values.Count == 0 ? 0 : values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * values.Count) - 1));
    }
}
