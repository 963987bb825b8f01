using SensorSim.Scenes.Model;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Twin;

/// <summary>
/// The twin's triangles once more, each with a first vertex of its own that names it. A software device spends more on telling primitives
/// apart, which takes three unshared vertices for each, than on the rest of the visibility pass's vertex work.
/// </summary>
internal sealed class NamedTriangles : IDisposable
{
    /// <summary>Position as float bits and the triangle that begins here.</summary>
    private readonly record struct Corner(uint X, uint Y, uint Z, uint Triangle);

    public NamedTriangles(Device device, UploadRing uploads, Scene scene, GeometryBuffers geometry)
    {
        var vertices = new List<Corner>();
        uint[] indices = new uint[3 * geometry.TriangleCount];
        for (int mesh = 0; mesh < scene.Meshes.Count; mesh++)
        {
            foreach ((Primitive primitive, GpuPrimitive placed) in scene.Meshes[mesh].Primitives.Zip(geometry.Primitives[mesh]))
            {
                Append(vertices, indices.AsSpan(3 * placed.FirstTriangle, 3 * placed.TriangleCount), primitive, (uint)placed.FirstTriangle);
            }
        }

        Vertices = DeviceBuffer.For<Corner>(device, Math.Max(vertices.Count, 1), BufferUsage.Vertex, name: "named vertices");
        Indices = DeviceBuffer.For<uint>(device, Math.Max(indices.Length, 1), BufferUsage.Index, name: "named triangles");
        device.Execute(recorder =>
        {
            uploads.Upload<Corner>(recorder, vertices.ToArray(), Vertices, 0);
            uploads.Upload<uint>(recorder, indices, Indices, 0);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.VertexBuffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.IndexBuffer);
        });
    }

    /// <summary>Four words each.</summary>
    public DeviceBuffer Vertices { get; }

    /// <summary>In the order of <see cref="GeometryBuffers.Indices"/>.</summary>
    public DeviceBuffer Indices { get; }

    public void Dispose()
    {
        Indices.Dispose();
        Vertices.Dispose();
    }

    private static void Append(List<Corner> vertices, Span<uint> indices, Primitive primitive, uint firstTriangle)
    {
        var order = ProvokingOrder.Of(primitive.Indices, primitive.Positions.Length);
        uint firstVertex = (uint)vertices.Count;
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = firstVertex + order.Indices[i];
        }

        for (int i = 0; i < order.Sources.Length; i++)
        {
            System.Numerics.Vector3 p = primitive.Positions[order.Sources[i]];
            vertices.Add(new(Bits(p.X), Bits(p.Y), Bits(p.Z), firstTriangle + order.Triangles[i]));
        }
    }

    private static uint Bits(float value) => BitConverter.SingleToUInt32Bits(value);
}
