using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>
/// An indexed triangle list. The reader turns strips and fans into lists, generates missing normals (flat) and the tangents that a normal
/// map needs, and leaves every array with one element for each vertex.
/// </summary>
/// <param name="Positions">Object space, metres, finite.</param>
/// <param name="Normals">Unit length.</param>
/// <param name="Tangents">xyz unit length, w = handedness; null when nothing needs them.</param>
/// <param name="TexCoords0">First UV set.</param>
/// <param name="TexCoords1">Second UV set.</param>
/// <param name="Colors">Linear RGBA vertex colours.</param>
/// <param name="Indices">Three for each triangle, each below the vertex count.</param>
/// <param name="Material">Index of the material; null is glTF's default material.</param>
public sealed record Primitive(
    Vector3[] Positions,
    Vector3[] Normals,
    Vector4[]? Tangents,
    Vector2[]? TexCoords0,
    Vector2[]? TexCoords1,
    Vector4[]? Colors,
    uint[] Indices,
    int? Material)
{
    /// <summary>Morph targets, the same number in every primitive of a mesh.</summary>
    public IReadOnlyList<MorphTarget> Targets { get; init; } = [];

    /// <summary>Sets of joints that move the vertices; none without a skin.</summary>
    public IReadOnlyList<VertexInfluences> Influences { get; init; } = [];

    /// <summary>Whether the file has no normals: each triangle has three vertices of its own, and its normal is that of its plane.</summary>
    public bool IsFlat { get; init; }

    /// <summary>Variant of the scene → material; variants that are not there leave it its own.</summary>
    public IReadOnlyDictionary<int, int> VariantMaterials { get; init; } = new Dictionary<int, int>();

    public bool IsDeformable => Targets.Count > 0 || Influences.Count > 0;

    /// <summary>Corners of the box around the positions, undeformed.</summary>
    public (Vector3 Min, Vector3 Max) Bounds { get; } = BoundsOf(Positions);

    private static (Vector3 Min, Vector3 Max) BoundsOf(Vector3[] positions)
    {
        var min = new Vector3(float.PositiveInfinity);
        var max = new Vector3(float.NegativeInfinity);
        foreach (Vector3 p in positions)
        {
            min = Vector3.Min(min, p);
            max = Vector3.Max(max, p);
        }

        return (min, max);
    }
}
