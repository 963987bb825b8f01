using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>The smallest convex solid around some points.</summary>
/// <param name="Vertices">Four or more that do not lie in a plane, metres; those inside are allowed.</param>
/// <param name="Faces">
/// Its faces, each the indices of its corners counter-clockwise as seen from outside; a face may have any number of corners, and every vertex is a corner of one.
/// </param>
public sealed record ConvexHullCollider(IReadOnlyList<Vector3d> Vertices, IReadOnlyList<IReadOnlyList<int>> Faces) : Collider
{
    internal override string? Problem =>
        Vertices.Count < 4 || Faces.Count < 4 ? $"its hull has {Vertices.Count} vertices and {Faces.Count} faces; four or more of each are expected"
        : !Vertices.All(vertex => vertex.IsFinite) ? "a vertex of its hull is not finite"
        : !Faces.All(face => face.Count >= 3 && face.All(index => index >= 0 && index < Vertices.Count)) ? "a face of its hull has fewer than three corners, or names a vertex that is not there"
        : null;
}
