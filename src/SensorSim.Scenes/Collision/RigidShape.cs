using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>A solid body: convex pieces that together hold it, about its centre of mass, and how it resists being turned. Immutable.</summary>
internal sealed class RigidShape
{
    /// <param name="pieces">At least one, in the object's space.</param>
    public RigidShape(IReadOnlyList<ConvexHull> pieces)
    {
        var mass = MassProperties.Of(pieces);
        (Centre, InverseGyration) = (mass.Centre, mass.InverseGyration);
        Pieces = [.. pieces.Select(piece => piece with { Vertices = Array.ConvertAll(piece.Vertices, vertex => vertex - mass.Centre) })];
        Radius = Pieces.SelectMany(piece => piece.Vertices).Max(vertex => vertex.Length);
        InnerRadius = Math.Max(0, Pieces.Max(piece => piece.DepthOf(Vector3d.Zero)));
    }

    /// <summary>Relative to the centre of mass.</summary>
    public IReadOnlyList<ConvexHull> Pieces { get; }

    /// <summary>Centre of mass, of even density, in the object's space.</summary>
    public Vector3d Centre { get; }

    /// <summary>From the centre to the farthest vertex, metres.</summary>
    public double Radius { get; }

    /// <summary>Of a ball around the centre that is all within one piece, metres; 0 where the centre is in none.</summary>
    public double InnerRadius { get; }

    /// <summary>The inverse of the moment of inertia for each kilogram, 1/m².</summary>
    public Matrix4x4d InverseGyration { get; }

    /// <summary>Where the object's origin is when its centre of mass is at a pose.</summary>
    public RigidPose ToObject(RigidPose centre) => new(centre.Point(-Centre), centre.Rotation);

    /// <summary>Where the centre of mass is when the object's origin is at a pose.</summary>
    public RigidPose ToCentre(RigidPose origin) => new(origin.Point(Centre), origin.Rotation);
}
