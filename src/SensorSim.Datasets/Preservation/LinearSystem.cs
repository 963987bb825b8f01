namespace SensorSim.Datasets.Preservation;

/// <summary>Normal equations of a ridge regression.</summary>
internal static class LinearSystem
{
    /// <summary>Solves by Cholesky's factorisation.</summary>
    /// <param name="system">A positive semidefinite matrix, row by row, with right sides behind it; is overwritten.</param>
    /// <param name="size">Unknowns.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="side">Column of the right side.</param>
    /// <param name="ridge">Is added to the diagonal, but for the first unknown, which is a constant.</param>
    /// <param name="solution">As many numbers as there are unknowns.</param>
    public static void Solve(double[] system, int size, int columns, int side, double ridge, Span<double> solution)
    {
        for (int k = 0; k < size; k++)
            system[(k * columns) + k] += k == 0 ? 1e-9 * ridge : ridge;
        for (int k = 0; k < size; k++)
        {
            double pivot = 1 / Math.Sqrt(Math.Max(system[(k * columns) + k], 1e-12));
            for (int j = k; j < size; j++)
                system[(k * columns) + j] *= pivot;
            system[(k * columns) + side] *= pivot;
            for (int i = k + 1; i < size; i++)
            {
                double factor = system[(k * columns) + i];
                for (int j = i; j < size; j++)
                    system[(i * columns) + j] -= factor * system[(k * columns) + j];
                system[(i * columns) + side] -= factor * system[(k * columns) + side];
            }
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double value = system[(i * columns) + side];
            for (int j = i + 1; j < size; j++)
                value -= system[(i * columns) + j] * solution[j];
            solution[i] = value / system[(i * columns) + i];
        }
    }
}
