namespace ConflictBot.Training;

/// <summary>Steps up a slope: Kingma and Ba, "Adam: A Method for Stochastic Optimization" (2015), with its usual settings.</summary>
/// <param name="count">How many weights there are.</param>
internal sealed class Adam(int count)
{
    private const double Rate = 0.05;
    private const double FirstDecay = 0.9;
    private const double SecondDecay = 0.999;

    private readonly double[] _mean = new double[count];
    private readonly double[] _variance = new double[count];
    private int _step;

    /// <summary>Moves the weights one step up.</summary>
    /// <param name="weights">Changed in place.</param>
    /// <param name="slope">Of what is to grow, at the weights; a weight whose slope is always 0 stays.</param>
    public void Climb(double[] weights, double[] slope)
    {
        _step++;
        for (var i = 0; i < weights.Length; i++)
        {
            _mean[i] = (FirstDecay * _mean[i]) + ((1 - FirstDecay) * slope[i]);
            _variance[i] = (SecondDecay * _variance[i]) + ((1 - SecondDecay) * slope[i] * slope[i]);
            weights[i] += Rate * (_mean[i] / (1 - Math.Pow(FirstDecay, _step))) / (Math.Sqrt(_variance[i] / (1 - Math.Pow(SecondDecay, _step))) + 1e-8);
        }
    }
}
