namespace SensorSim.Rendering.Planning;

/// <summary>How a lamp projects its shadows; the numbers are lamps.glsl's.</summary>
internal enum ShadowShape
{
    Parallel,
    Cone,
    Cube,
}
