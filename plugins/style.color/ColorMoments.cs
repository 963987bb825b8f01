using MathNet.Numerics.LinearAlgebra;

namespace SensorSim.Plugins.StyleColor;

/// <summary>Mean and covariance of colours, gathered from any number of pictures (population, not sample: divided by the number of pixels).</summary>
internal sealed class ColorMoments
{
    private readonly double[] _sum = new double[3];
    private readonly double[,] _products = new double[3, 3];
    private long _count;

    public Vector<double> Mean => Vector<double>.Build.Dense([_sum[0] / _count, _sum[1] / _count, _sum[2] / _count]);

    public Matrix<double> Covariance => Matrix<double>.Build.Dense(3, 3, (i, j) => (_products[i, j] / _count) - (_sum[i] / _count * (_sum[j] / _count)));

    public double Deviation(int channel) => Math.Sqrt(Math.Max(0, Covariance[channel, channel]));

    public void Add(ReadOnlySpan<double> colour)
    {
        _count++;
        for (int i = 0; i < 3; i++)
        {
            _sum[i] += colour[i];
            for (int j = 0; j < 3; j++)
            {
                _products[i, j] += colour[i] * colour[j];
            }
        }
    }
}
