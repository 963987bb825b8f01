using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>A corner of a triangle.</summary>
internal readonly record struct Vertex(Vector3 Position, Vector3 Normal, Vector2 TexCoord);
