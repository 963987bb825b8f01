namespace SensorSim.Scenes.Model;

/// <summary>Light from all around.</summary>
/// <param name="Hdr">Path of a Radiance .hdr file as the scenario names it; <see cref="Studio"/> for the built-in one; null for darkness.</param>
/// <param name="Intensity">Multiplies its radiance; nit per unit.</param>
/// <param name="RotationDegrees">Turns it about +Y.</param>
public sealed record EnvironmentLight(string? Hdr, double Intensity, double RotationDegrees)
{
    /// <summary>Dims it where things stand close together; null lets it shine through them.</summary>
    public AmbientOcclusion? AmbientOcclusion { get; init; }

    /// <summary>The built-in, deliberately uneven studio.</summary>
    public const string Studio = "builtin:studio";

    public static EnvironmentLight None { get; } = new(null, 0, 0);
}
