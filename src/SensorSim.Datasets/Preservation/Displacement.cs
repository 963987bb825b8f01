namespace SensorSim.Datasets.Preservation;

/// <summary>Where an outline is found.</summary>
/// <param name="X">Pixels right.</param>
/// <param name="Y">Pixels down.</param>
/// <param name="Gain">How much more alike the edges are there than where they should be, correlation -1 to 1; 0 when they are where they should be.</param>
/// <param name="Share">That gain, as a share of the one that such a shift gives.</param>
/// <param name="Agreement">How much of the outline is where it should be, as a share of what it was.</param>
internal readonly record struct Displacement(double X, double Y, double Gain, double Share, double Agreement)
{
    /// <summary>Pixels.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));
}
