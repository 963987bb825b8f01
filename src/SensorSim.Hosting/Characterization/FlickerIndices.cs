namespace SensorSim.Hosting.Characterization;

/// <summary>Flicker of one place over many frames, as IEEE P2020's working group measures it (public reference code: CARpublic/P2020-flicker).</summary>
/// <param name="Modulation">FMI: (max − min)/(max + min).</param>
/// <param name="NearMean">MMP: the share of frames within a tenth of the mean.</param>
public readonly record struct FlickerIndices(double Modulation, double NearMean)
{
    private const double Near = 0.1;

    /// <param name="light">Mean of the place in each frame, linear and above black; not saturated.</param>
    public static FlickerIndices Of(IReadOnlyList<double> light)
    {
        ArgumentNullException.ThrowIfNull(light);
        double mean = light.Average(), most = light.Max(), least = light.Min();
        return new((most - least) / (most + least), light.Count(value => Math.Abs(value - mean) < Near * mean) / (double)light.Count);
    }
}
