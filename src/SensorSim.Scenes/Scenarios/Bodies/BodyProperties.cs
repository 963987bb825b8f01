namespace SensorSim.Scenes.Scenarios.Bodies;

/// <summary>What a body is made of, as far as something says it.</summary>
public readonly record struct BodyProperties
{
    /// <summary>Kilograms; goes before a density.</summary>
    public double? MassKg { get; init; }

    /// <summary>Kilograms per cubic metre.</summary>
    public double? Density { get; init; }

    /// <summary>Coefficient of dry friction of its surface.</summary>
    public double? Friction { get; init; }

    /// <summary>The share of its speed with which it comes back from a hit, 0 to 1.</summary>
    public double? Restitution { get; init; }

    /// <summary>These, and where they say nothing those of something more general.</summary>
    public BodyProperties Or(BodyProperties general) => new()
    {
        MassKg = MassKg ?? (Density is null ? general.MassKg : null),
        Density = Density ?? general.Density,
        Friction = Friction ?? general.Friction,
        Restitution = Restitution ?? general.Restitution,
    };
}
