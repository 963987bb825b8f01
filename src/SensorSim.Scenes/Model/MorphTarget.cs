using System.Numerics;

namespace SensorSim.Scenes.Model;

/// <summary>Displacements that a weight adds to the vertices of a primitive, one for each vertex; null where it leaves them.</summary>
/// <param name="Positions">Metres, mesh space.</param>
/// <param name="Normals">Added to the unit normals.</param>
/// <param name="Tangents">Added to the directions of the tangents.</param>
public sealed record MorphTarget(Vector3[]? Positions, Vector3[]? Normals, Vector3[]? Tangents);
