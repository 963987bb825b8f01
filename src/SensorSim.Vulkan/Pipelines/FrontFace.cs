namespace SensorSim.Vulkan.Pipelines;

/// <summary>The winding of a front face, seen on the image with y pointing down.</summary>
public enum FrontFace
{
    CounterClockwise = 0,
    Clockwise = 1,
}
