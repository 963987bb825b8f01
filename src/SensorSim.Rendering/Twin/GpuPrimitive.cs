namespace SensorSim.Rendering.Twin;

/// <summary>A primitive's place in the scene's buffers.</summary>
/// <param name="FirstTriangle">In the triangle buffer; its indices begin at three times as much.</param>
/// <param name="TriangleCount">Triangles.</param>
/// <param name="MaterialSlot">Material index; glTF's default material has the slot after the last.</param>
/// <param name="FirstVertex">In the vertex streams.</param>
internal readonly record struct GpuPrimitive(int FirstTriangle, int TriangleCount, int MaterialSlot, int FirstVertex);
