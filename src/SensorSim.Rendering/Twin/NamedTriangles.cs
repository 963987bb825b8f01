using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Twin;

/// <summary>
/// The twin's triangles once more, each with a first vertex of its own that names it. A software device spends more on telling primitives
/// apart, which takes three unshared vertices for each, than on the rest of the visibility pass's vertex work.
/// </summary>
internal sealed class NamedTriangles : IDisposable
{
    /// <summary>Position as float bits and the triangle that begins here.</summary>
    private readonly record struct Corner(uint X, uint Y, uint Z, uint Triangle);

    private readonly Dictionary<(int Mesh, int Primitive), (int First, int Count)> _places = [];

    public NamedTriangles(Device device, UploadRing uploads, Scene scene, GeometryBuffers geometry)
    {
        var vertices = new List<Corner>();
        var sources = new List<uint>();
        uint[] indices = new uint[3 * geometry.TriangleCount];
        for (int mesh = 0; mesh < scene.Meshes.Count; mesh++)
        {
            for (int i = 0; i < scene.Meshes[mesh].Primitives.Count; i++)
            {
                GpuPrimitive placed = geometry.Primitives[mesh][i];
                int first = vertices.Count;
                Append(vertices, sources, indices.AsSpan(3 * placed.FirstTriangle, 3 * placed.TriangleCount), scene.Meshes[mesh].Primitives[i], placed);
                _places.Add((mesh, i), (first, vertices.Count - first));
            }
        }

        Vertices = DeviceBuffer.For<Corner>(device, Math.Max(vertices.Count, 1), BufferUsage.Vertex | BufferUsage.Storage, name: "named vertices");
        Sources = DeviceBuffer.For<uint>(device, Math.Max(sources.Count, 1), BufferUsage.Storage, name: "named vertices' sources");
        Indices = DeviceBuffer.For<uint>(device, Math.Max(indices.Length, 1), BufferUsage.Index, name: "named triangles");
        device.Execute(recorder =>
        {
            uploads.Upload<Corner>(recorder, vertices.ToArray(), Vertices, 0);
            uploads.Upload<uint>(recorder, indices, Indices, 0);
            uploads.Upload<uint>(recorder, sources.ToArray(), Sources, 0);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderStorageRead);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.VertexBuffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.IndexBuffer);
        });
    }

    /// <summary>Four words each.</summary>
    public DeviceBuffer Vertices { get; }

    /// <summary>In the order of <see cref="GeometryBuffers.Indices"/>.</summary>
    public DeviceBuffer Indices { get; }

    /// <summary>The vertex of the streams behind each vertex, for those that deform.</summary>
    public DeviceBuffer Sources { get; }

    /// <summary>Where a primitive's vertices are.</summary>
    public (int First, int Count) VerticesOf(int mesh, int primitive) => _places[(mesh, primitive)];

    public void Dispose()
    {
        Sources.Dispose();
        Indices.Dispose();
        Vertices.Dispose();
    }

    private static void Append(List<Corner> vertices, List<uint> sources, Span<uint> indices, Primitive primitive, GpuPrimitive placed)
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
            vertices.Add(new(Bits(p.X), Bits(p.Y), Bits(p.Z), (uint)placed.FirstTriangle + order.Triangles[i]));
            sources.Add((uint)placed.FirstVertex + order.Sources[i]);
        }
    }

    private static uint Bits(float value) => BitConverter.SingleToUInt32Bits(value);
}
