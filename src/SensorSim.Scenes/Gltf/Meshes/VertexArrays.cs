using System.Numerics;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Meshes;

/// <summary>The vertices of a primitive while it is being read; arrays of equal length.</summary>
internal sealed record VertexArrays(
    Vector3[] Positions, Vector3[]? Normals, Vector4[]? Tangents, Vector2[]? TexCoords0, Vector2[]? TexCoords1, Vector4[]? Colors)
{
    public IReadOnlyList<MorphTarget> Targets { get; init; } = [];

    public IReadOnlyList<VertexInfluences> Influences { get; init; } = [];

    public int Count => Positions.Length;

    /// <summary>Bytes of one vertex once normals and tangents are there.</summary>
    public int BytesPerVertex => 12 + 12 + 16 + 8 + 8 + 16 + (36 * Targets.Count) + (32 * Influences.Count);

    public Vector2[]? TexCoords(int set) => set == 0 ? TexCoords0 : TexCoords1;

    /// <summary>New vertices, each a copy of the one that <paramref name="sources"/> names.</summary>
    public VertexArrays Select(uint[] sources) => new(
        Pick(Positions, sources)!, Pick(Normals, sources), Pick(Tangents, sources), Pick(TexCoords0, sources), Pick(TexCoords1, sources), Pick(Colors, sources))
    {
        Targets = [.. Targets.Select(t => new MorphTarget(Pick(t.Positions, sources), Pick(t.Normals, sources), Pick(t.Tangents, sources)))],
        Influences = [.. Influences.Select(i => new VertexInfluences(Pick(i.Joints, sources)!, Pick(i.Weights, sources)!))],
    };

    private static T[]? Pick<T>(T[]? values, uint[] sources) => values is null ? null : Array.ConvertAll(sources, s => values[s]);
}
