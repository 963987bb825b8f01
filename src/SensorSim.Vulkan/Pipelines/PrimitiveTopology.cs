namespace SensorSim.Vulkan.Pipelines;

/// <summary>How vertices make primitives.</summary>
public enum PrimitiveTopology
{
    PointList = 0,
    LineList = 1,
    LineStrip = 2,
    TriangleList = 3,
    TriangleStrip = 4,
    TriangleFan = 5,
}
