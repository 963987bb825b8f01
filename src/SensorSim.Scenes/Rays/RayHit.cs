using SensorSim.Geometry;

namespace SensorSim.Scenes.Rays;

/// <summary>What a ray meets first.</summary>
/// <param name="Distance">Along the ray, in lengths of its direction.</param>
/// <param name="Node">Index of the node that it meets.</param>
/// <param name="Normal">Of the triangle's plane, unit length, world space; away from its outside.</param>
/// <param name="IsFromInside">Whether the ray comes from the triangle's inside.</param>
public readonly record struct RayHit(double Distance, int Node, Vector3d Normal, bool IsFromInside);
