using System.Numerics;

namespace SensorSim.Scenes.Robots;

/// <summary>Triangles of one shape, in its own space.</summary>
/// <param name="Positions">Metres.</param>
/// <param name="Normals">Unit length, one for each position.</param>
/// <param name="TexCoords">One for each position; null without.</param>
/// <param name="Indices">Three for each triangle, counter-clockwise as seen from outside.</param>
internal sealed record ShapeSurface(Vector3[] Positions, Vector3[] Normals, Vector2[]? TexCoords, uint[] Indices)
{
    /// <summary>The same with three vertices of its own for each triangle.</summary>
    public ShapeSurface Separated() => new(
        [.. Indices.Select(i => Positions[i])], [.. Indices.Select(i => Normals[i])], TexCoords is null ? null : [.. Indices.Select(i => TexCoords[i])], [.. Enumerable.Range(0, Indices.Length).Select(i => (uint)i)]);

    /// <summary>The same stretched along its axes.</summary>
    public ShapeSurface Stretched(Vector3 scale) => scale == Vector3.One ? this : this with
    {
        Positions = [.. Positions.Select(p => scale * p)],
        Normals = [.. Normals.Select(n => Vector3.Normalize(n / scale))],
    };
}
