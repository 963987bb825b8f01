using SensorSim.Rendering.Planning;
using SensorSim.Vulkan.Commands;

namespace SensorSim.Rendering.Passes;

/// <summary>Draws as commands.</summary>
internal static class DrawRecording
{
    public static void Issue(this CommandRecorder recorder, in Draw draw) => recorder.DrawIndexed(
        3 * draw.Primitive.TriangleCount, draw.EntryCount, 3 * draw.Primitive.FirstTriangle, 0, draw.FirstEntry);
}
