namespace ConflictBot.Training;

/// <summary>A question's best sentence: its features, and whether the question has an answer there.</summary>
/// <param name="Fold">What it is held out with.</param>
/// <param name="Features">By feature.</param>
/// <param name="Answers">Whether it answers.</param>
/// <param name="Share">What the example counts, above 0: the examples of one question count 1 together.</param>
internal sealed record TrainingExample(string Fold, double[] Features, bool Answers, double Share);

/// <summary>Logistic regression with a pull to weights set by hand, by full-batch <see cref="Adam"/>. Deterministic.</summary>
/// <param name="prior">Weights that those of features seldom seen stay near.</param>
/// <param name="pull">How strongly: the factor of the squared distance to the prior, the first weight's (the bias) left out.</param>
/// <param name="steps">How many steps to take.</param>
internal sealed class LogisticTrainer(double[] prior, double pull, int steps)
{
    public double[] Fit(IReadOnlyList<TrainingExample> examples)
    {
        var weights = (double[])prior.Clone();
        var adam = new Adam(weights.Length);
        for (var step = 0; step < steps; step++)
        {
            var slope = new double[weights.Length];
            foreach (var example in examples)
            {
                var error = example.Share * ((example.Answers ? 1 : 0) - Probability(weights, example.Features));
                for (var i = 0; i < slope.Length; i++)
                    slope[i] += error * example.Features[i] / examples.Count;
            }

            for (var i = 1; i < slope.Length; i++)
                slope[i] -= pull * (weights[i] - prior[i]);
            adam.Climb(weights, slope);
        }

        return weights;
    }

    public static double Probability(double[] weights, double[] features) => 1 / (1 + Math.Exp(-SoftmaxTrainer.Dot(features, weights)));
}
