using MathNet.Numerics.Distributions;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>
/// Draws that go together: a Gaussian copula. Each keeps its own distribution, and the normal scores of their shares have the
/// correlation of each pair.
/// </summary>
/// <param name="Draws">Two or more names.</param>
/// <param name="Correlation">Of every pair, above -1/(n-1) and below 1.</param>
/// <param name="Position">Where it was written.</param>
public sealed record CorrelatedDraws(IReadOnlyList<string> Draws, double Correlation, SourcePosition Position)
{
    private readonly double[,] _root = Root(Draws.Count, Correlation);

    /// <summary>Independent shares, correlated.</summary>
    internal double[] Apply(IReadOnlyList<double> shares)
    {
        double[] scores = [.. shares.Select(share => Normal.InvCDF(0, 1, share))];
        return [.. scores.Select((_, row) => Share(Enumerable.Range(0, row + 1).Sum(column => _root[row, column] * scores[column])))];
    }

    // Strictly between 0 and 1, as shares are.
    private static double Share(double score) => Math.Clamp(Normal.CDF(0, 1, score), 1e-15, 1 - 1e-15);

    // Cholesky's lower triangle of a matrix with ones and one correlation everywhere else.
    private static double[,] Root(int count, double correlation)
    {
        double[,] root = new double[count, count];
        for (int row = 0; row < count; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                double rest = (row == column ? 1 : correlation) - Enumerable.Range(0, column).Sum(k => root[row, k] * root[column, k]);
                root[row, column] = row == column ? Math.Sqrt(rest) : rest / root[column, column];
            }
        }

        return root;
    }
}
