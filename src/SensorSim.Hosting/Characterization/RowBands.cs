namespace SensorSim.Hosting.Characterization;

/// <summary>Finds the bands that a flickering light leaves on the rows of a rolling shutter.</summary>
public static class RowBands
{
    /// <summary>Least squares of mean + a cos + b sin, over trial periods around a guess; the depth is relative to the mean, the phase of the first row in cycles.</summary>
    public static (double Period, double Depth, double Phase) Fit(double[] rows, double guess)
    {
        (double Period, double Depth, double Phase, double Residual) best = (0, 0, 0, double.PositiveInfinity);
        for (double period = 0.9 * guess; period < 1.1 * guess; period += guess / 4000)
        {
            (double depth, double phase, double residual) = FitAt(rows, period);
            best = residual < best.Residual ? (period, depth, phase, residual) : best;
        }

        return (best.Period, best.Depth, best.Phase);
    }

    /// <summary>How far apart two phases are, cycles.</summary>
    public static double Between(double a, double b) => Math.Abs(a - b - Math.Round(a - b));

    private static (double Depth, double Phase, double Residual) FitAt(double[] rows, double period)
    {
        double[,] normal = new double[3, 4];
        for (int row = 0; row < rows.Length; row++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * row / period);
            double[] terms = [1, cos, sin, rows[row]];
            for (int i = 0; i < 3; i++)
            {
                for (int j = 0; j < 4; j++)
                {
                    normal[i, j] += terms[i] * terms[j];
                }
            }
        }

        double[] solution = Solve(normal);
        double residual = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * row / period);
            double error = rows[row] - solution[0] - (solution[1] * cos) - (solution[2] * sin);
            residual += error * error;
        }

        return (Math.Sqrt((solution[1] * solution[1]) + (solution[2] * solution[2])) / solution[0], Math.Atan2(-solution[2], solution[1]) / Math.Tau, residual);
    }

    private static double[] Solve(double[,] system)
    {
        for (int pivot = 0; pivot < 3; pivot++)
        {
            for (int row = 0; row < 3; row++)
            {
                double factor = row == pivot ? 0 : system[row, pivot] / system[pivot, pivot];
                for (int column = pivot; column < 4; column++)
                {
                    system[row, column] -= factor * system[pivot, column];
                }
            }
        }

        return [system[0, 3] / system[0, 0], system[1, 3] / system[1, 1], system[2, 3] / system[2, 2]];
    }
}
