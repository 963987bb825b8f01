namespace SensorSim.Physics;

/// <summary>How surfaces look, in the terms of Phong's model: numbers of 0 to 1.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="Rgba">As a screen shows it.</param>
public sealed record ModelMaterial(string Name, IReadOnlyList<double> Rgba)
{
    /// <summary>Share of its colour that it glows with.</summary>
    public double Emission { get; init; }

    /// <summary>Strength of highlights.</summary>
    public double Specular { get; init; } = 0.5;

    /// <summary>How narrow highlights are.</summary>
    public double Shininess { get; init; } = 0.5;

    /// <summary>Share of what it mirrors.</summary>
    public double Reflectance { get; init; }

    /// <summary>Place of its texture.</summary>
    public int? Texture { get; init; }

    /// <summary>How often the texture is repeated.</summary>
    public (double U, double V) Repeat { get; init; } = (1, 1);

    /// <summary>Whether <see cref="Repeat"/> counts for each metre and not for the whole shape.</summary>
    public bool IsPerMetre { get; init; }
}
