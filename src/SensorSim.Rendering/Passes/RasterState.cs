using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>Which sides of triangles are drawn.</summary>
internal readonly record struct RasterState(CullMode Cull, FrontFace FrontFace)
{
    /// <summary>glTF: the front is counter-clockwise, and clockwise under a mirroring transform.</summary>
    public static RasterState Of(in Draw draw) => new(
        draw.Features.IsDoubleSided ? CullMode.None : CullMode.Back,
        draw.IsMirrored ? FrontFace.Clockwise : FrontFace.CounterClockwise);
}
