using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>A punctual light (KHR_lights_punctual); it shines along its node's -Z.</summary>
public sealed record Light
{
    public string? Name { get; init; }

    public LightKind Kind { get; init; }

    /// <summary>Linear colour, each channel 0 to 1.</summary>
    public Vector3 Color { get; init; } = Vector3.One;

    /// <summary>Candela for point and spot, lux for directional.</summary>
    public double Intensity { get; init; } = 1;

    /// <summary>Metres beyond which the light is cut off; null is no limit.</summary>
    public double? Range { get; init; }

    /// <summary>Directional: how large its source looks, degrees; 0 casts shadows with sharp edges. The sun's is 0.53.</summary>
    public double AngularDiameterDegrees { get; init; }

    /// <summary>Point and spot: radius of the source, metres; 0 casts shadows with sharp edges. Changes shadows only, not the light's amount.</summary>
    public double RadiusMetres { get; init; }

    /// <summary>Radians from the axis to where the fall-off begins.</summary>
    public double InnerConeAngle { get; init; }

    /// <summary>Radians from the axis to where the light ends.</summary>
    public double OuterConeAngle { get; init; } = Math.PI / 4;
}
