namespace SensorSim.Tests.Sensors;

/// <summary>Exact moments of a Poisson distribution, and the standard errors of their estimates from n samples.</summary>
public sealed class PoissonLaw
{
    private readonly double[] _probabilities;

    public PoissonLaw(double mean)
    {
        Mean = mean;
        int last = (int)(mean + (40 * Math.Sqrt(mean)) + 60);
        _probabilities = new double[last + 1];
        double logFactorial = 0;
        for (int k = 0; k <= last; k++)
        {
            logFactorial += k > 0 ? Math.Log(k) : 0;
            _probabilities[k] = Math.Exp((k * Math.Log(mean)) - mean - logFactorial);
        }
    }

    public double Mean { get; }

    public double Skewness => 1 / Math.Sqrt(Mean);

    /// <summary>The largest count that is told from an impossible one.</summary>
    public int LastCount => _probabilities.Length - 1;

    public double Probability(int count) => _probabilities[count];

    public double MeanError(int n) => Math.Sqrt(Mean / n);

    /// <summary>Of variance / mean; includes that the sample's own mean is the divisor.</summary>
    public double FanoError(int n) => Error(n, z => (z * z) - 1 - (z / Math.Sqrt(Mean)));

    /// <summary>Of the skewness: the variance of its influence function.</summary>
    public double SkewnessError(int n) =>
        Error(n, z => (z * z * z) - Skewness - (1.5 * Skewness * ((z * z) - 1)) - (3 * z));

    private double Error(int n, Func<double, double> influence) => Math.Sqrt(_probabilities.Select((p, k) =>
    {
        double value = influence((k - Mean) / Math.Sqrt(Mean));
        return p * value * value;
    }).Sum() / n);
}
