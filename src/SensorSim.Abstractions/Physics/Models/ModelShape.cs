using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>A shape of a body: it is seen, or touches others, or both.</summary>
/// <param name="Name">No other shape's.</param>
/// <param name="Pose">In the body.</param>
public sealed record ModelShape(string Name, Pose Pose)
{
    /// <summary>A simple solid about the shape's origin; null of a mesh. The pose of the solid itself is the identity.</summary>
    public Collider? Solid { get; init; }

    /// <summary>Place of its mesh; null of a solid.</summary>
    public int? Mesh { get; init; }

    /// <summary>By which the solid is stretched along the shape's own axes: a ball becomes an ellipsoid.</summary>
    public Vector3d Scale { get; init; } = new(1, 1, 1);

    /// <summary>Of a plane: how far it is drawn along its x and z from the middle, metres; 0 is without end.</summary>
    public (double X, double Z) HalfSize { get; init; }

    /// <summary>Place of its material.</summary>
    public int? Material { get; init; }

    /// <summary>Colour and opacity, each 0 to 1, as a screen shows them; those of the material are in it.</summary>
    public IReadOnlyList<double> Rgba { get; init; } = [0.5, 0.5, 0.5, 1];

    /// <summary>Whether it is seen.</summary>
    public bool IsShown { get; init; } = true;

    /// <summary>Whether it touches others; a mesh does by its convex hull.</summary>
    public bool Touches { get; init; } = true;

    /// <summary>Coefficient of sliding friction.</summary>
    public double Friction { get; init; } = 1;
}
