using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>Triangles as they are, hollow. Of static bodies.</summary>
/// <param name="Vertices">Metres.</param>
/// <param name="Indices">Three for each triangle, counter-clockwise as seen from outside.</param>
public sealed record TriangleMeshCollider(IReadOnlyList<Vector3d> Vertices, IReadOnlyList<int> Indices) : Collider
{
    internal override string? Problem =>
        Indices.Count == 0 || Indices.Count % 3 != 0 ? $"its mesh has {Indices.Count} indices; three for each triangle are expected"
        : !Vertices.All(vertex => vertex.IsFinite) ? "a vertex of its mesh is not finite"
        : !Indices.All(index => index >= 0 && index < Vertices.Count) ? "its mesh names a vertex that is not there"
        : null;
}
