namespace SensorSim.Hosting.Characterization;

/// <summary>Frames of equal light, sample by sample: what changes from frame to frame, and what stays.</summary>
/// <param name="samples">Of each frame.</param>
public sealed class FrameStack(int samples)
{
    private readonly double[] _sum = new double[samples];
    private readonly double[] _squares = new double[samples];

    /// <summary>Frames so far.</summary>
    public int Count { get; private set; }

    public void Add(ReadOnlySpan<double> frame)
    {
        for (int i = 0; i < frame.Length; i++)
        {
            _sum[i] += frame[i];
            _squares[i] += frame[i] * frame[i];
        }

        Count++;
    }

    /// <summary>Mean of all samples, DN.</summary>
    public double Mean => _sum.Average() / Count;

    /// <summary>Mean of the samples' variances from frame to frame, DN².</summary>
    public double TemporalVariance
    {
        get
        {
            double total = 0;
            for (int i = 0; i < _sum.Length; i++)
            {
                total += (_squares[i] - (_sum[i] * _sum[i] / Count)) / (Count - 1);
            }

            return total / _sum.Length;
        }
    }

    /// <summary>Variance of the samples' means, without what temporal noise leaves in them, DN²; a small negative number where there is no pattern.</summary>
    public double SpatialVariance
    {
        get
        {
            double mean = Mean, total = 0;
            foreach (double sum in _sum)
            {
                double d = (sum / Count) - mean;
                total += d * d;
            }

            return (total / (_sum.Length - 1)) - (TemporalVariance / Count);
        }
    }
}
