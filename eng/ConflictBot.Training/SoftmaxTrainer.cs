namespace ConflictBot.Training;

/// <summary>
/// Fits weights so that the sentences that answer take the largest share of their question's softmax: the listwise form of the pairwise
/// logistic model (Cao et al., "Learning to Rank: From Pairwise Approach to Listwise Approach", ICML 2007), by full-batch <see cref="Adam"/>. Deterministic.
/// </summary>
/// <param name="prior">Weights that those of features seldom seen stay near.</param>
/// <param name="pull">How strongly: the factor of the squared distance to the prior.</param>
/// <param name="steps">How many steps to take.</param>
internal sealed class SoftmaxTrainer(double[] prior, double pull, int steps)
{
    public double[] Fit(IReadOnlyList<TrainingQuestion> questions, Func<int, bool> isTrained)
    {
        var weights = (double[])prior.Clone();
        for (var i = 0; i < weights.Length; i++)
        {
            if (!isTrained(i))
                weights[i] = 0;
        }

        var adam = new Adam(weights.Length);
        for (var step = 0; step < steps; step++)
        {
            var slope = Gradient(questions, weights);
            for (var i = 0; i < slope.Length; i++)
                slope[i] = isTrained(i) ? (slope[i] / questions.Count) - (pull * (weights[i] - prior[i])) : 0;
            adam.Climb(weights, slope);
        }

        return weights;
    }

    private static double[] Gradient(IReadOnlyList<TrainingQuestion> questions, double[] weights)
    {
        var gradient = new double[weights.Length];
        foreach (var question in questions)
        {
            var scores = question.Candidates.Select(c => Dot(c.Features, weights)).ToArray();
            var highest = scores.Max();
            var shares = scores.Select(s => Math.Exp(s - highest)).ToArray();
            var all = shares.Sum();
            var answering = question.Candidates.Select((c, i) => c.Answers ? shares[i] : 0).Sum();
            if (answering <= 0)
                continue;
            for (var i = 0; i < shares.Length; i++)
            {
                var (features, answers) = question.Candidates[i];
                var push = (answers ? shares[i] / answering : 0) - (shares[i] / all);
                for (var f = 0; f < features.Length; f++)
                    gradient[f] += push * features[f];
            }
        }

        return gradient;
    }

    public static double Dot(double[] features, double[] weights)
    {
        var sum = 0d;
        for (var i = 0; i < features.Length; i++)
            sum += features[i] * weights[i];
        return sum;
    }
}
