namespace SensorSim.Datasets;

/// <summary>A lamp of the scene at the instant of the labels.</summary>
/// <param name="Name">As draws and scenario patterns name it.</param>
/// <param name="Node">Index of the glTF node.</param>
/// <param name="Kind">"directional", "point" or "spot".</param>
/// <param name="Color">Linear Rec. 709, three numbers.</param>
/// <param name="Intensity">Nominal, after the draws: candela, or lux of a directional lamp.</param>
/// <param name="Unit">"cd" or "lx".</param>
/// <param name="Level">What flicker makes of the intensity, on average over the exposure of the middle row; 1 of a steady lamp.</param>
/// <param name="LightToWorld">Row-major 4x4 of the node; the lamp is at its origin and shines along its -Z.</param>
public sealed record LightRecord(
    string Name, int Node, string Kind, IReadOnlyList<double> Color, double Intensity, string Unit, double Level, IReadOnlyList<double> LightToWorld)
{
    /// <summary>Metres beyond which it is cut off; null is no limit.</summary>
    public double? RangeM { get; init; }

    /// <summary>Spot only: degrees from the axis to where the fall-off begins and where the light ends.</summary>
    public IReadOnlyList<double>? ConeDeg { get; init; }

    /// <summary>The waveform's plugin; null of a steady lamp.</summary>
    public string? Waveform { get; init; }
}
