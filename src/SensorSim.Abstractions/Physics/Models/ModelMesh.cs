using System.Numerics;

namespace SensorSim.Physics;

/// <summary>Triangles of an <see cref="ArticulatedModel"/>.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="Positions">Metres.</param>
/// <param name="TexCoords">One for each position, with the origin at the top left of an image; null without.</param>
/// <param name="Indices">Three for each triangle, counter-clockwise as seen from outside.</param>
public sealed record ModelMesh(string Name, Vector3[] Positions, Vector2[]? TexCoords, uint[] Indices)
{
    /// <summary>Whether it is the surface of something solid; a height field is not.</summary>
    public bool IsSolid { get; init; } = true;
}
