using SensorSim.Geometry;

namespace SensorSim.Rendering.Planning;

/// <summary>Where a lamp's shadow maps are.</summary>
/// <param name="WorldToMap">Parallel: u, v and depth in 0 to 1. Cone: x/z and y/z in -1 to 1. Cube: metres from the lamp along the world's axes.</param>
/// <param name="WorldToClip">One for each layer.</param>
/// <param name="TexelSize">Metres, or metres for each metre of distance.</param>
internal sealed record ShadowFrame(ShadowShape Shape, Matrix4x4d WorldToMap, IReadOnlyList<Matrix4x4d> WorldToClip, double TexelSize)
{
    /// <summary>Metres that a parallel map is deep; 0 for the others.</summary>
    public double RangeMetres { get; init; }
}
