using System.Numerics;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Twin;

/// <summary>
/// All triangles of the twin. The same buffers serve the rasterizer as vertex streams and the shaders as texels. Every stream has an element
/// for every vertex: white colours, zero texture coordinates and some tangent where the file has none.
/// </summary>
internal sealed class GeometryBuffers : IDisposable
{
    /// <summary>Deformation writes into the streams.</summary>
    private const BufferUsage Stream = BufferUsage.Vertex | BufferUsage.UniformTexel | BufferUsage.Storage;

    private readonly List<IDisposable> _owned = [];

    public GeometryBuffers(Device device, UploadRing uploads, Scene scene)
    {
        Primitive[] primitives = [.. scene.Meshes.SelectMany(mesh => mesh.Primitives)];
        VertexCount = primitives.Sum(primitive => primitive.Positions.Length);
        TriangleCount = primitives.Sum(primitive => primitive.Indices.Length / 3);
        RequireAddressable(device);
        Positions = Create(device, VertexCount, 16, Stream, PixelFormat.R32G32B32A32Float, "positions");
        Normals = Create(device, VertexCount, 16, Stream, PixelFormat.R32G32B32A32Float, "normals");
        Tangents = Create(device, VertexCount, 16, Stream, PixelFormat.R32G32B32A32Float, "tangents");
        Colors = Create(device, VertexCount, 16, Stream, PixelFormat.R32G32B32A32Float, "colours");
        TexCoords1 = Create(device, VertexCount, 8, Stream, PixelFormat.R32G32Float, "second texture coordinates");
        Triangles = Create(device, TriangleCount, 16, BufferUsage.UniformTexel | BufferUsage.Storage, PixelFormat.R32G32B32A32UInt, "triangles");
        Indices = Own(new DeviceBuffer(device, (ulong)Math.Max(TriangleCount, 1) * 12, BufferUsage.Index, name: "indices"));
        Primitives = Upload(device, uploads, scene);
    }

    public int VertexCount { get; }

    public int TriangleCount { get; }

    /// <summary>x, y, z, u of the first set.</summary>
    public (DeviceBuffer Buffer, TexelView View) Positions { get; }

    /// <summary>x, y, z, v of the first set.</summary>
    public (DeviceBuffer Buffer, TexelView View) Normals { get; }

    public (DeviceBuffer Buffer, TexelView View) Tangents { get; }

    public (DeviceBuffer Buffer, TexelView View) Colors { get; }

    public (DeviceBuffer Buffer, TexelView View) TexCoords1 { get; }

    /// <summary>Three vertices and the material slot.</summary>
    public (DeviceBuffer Buffer, TexelView View) Triangles { get; }

    public DeviceBuffer Indices { get; }

    /// <summary>By mesh and primitive.</summary>
    public IReadOnlyList<GpuPrimitive[]> Primitives { get; }

    public void Dispose()
    {
        for (int i = _owned.Count - 1; i >= 0; i--)
        {
            _owned[i].Dispose();
        }
    }

    private List<GpuPrimitive[]> Upload(Device device, UploadRing uploads, Scene scene)
    {
        var meshes = new List<GpuPrimitive[]>();
        int vertex = 0, triangle = 0;
        foreach (Mesh mesh in scene.Meshes)
        {
            meshes.Add([.. mesh.Primitives.Select(primitive =>
            {
                int slot = primitive.Material ?? scene.Materials.Count;
                var placed = new GpuPrimitive(triangle, primitive.Indices.Length / 3, slot, vertex);
                device.Execute(recorder => Upload(recorder, uploads, primitive, placed));
                vertex += primitive.Positions.Length;
                triangle += placed.TriangleCount;
                return placed;
            })]);
        }

        return meshes;
    }

    private void Upload(CommandRecorder recorder, UploadRing uploads, Primitive primitive, GpuPrimitive placed)
    {
        VertexStreams streams = VertexStreams.Of(primitive);
        ulong vertex = (ulong)placed.FirstVertex, triangle = (ulong)placed.FirstTriangle;
        uploads.Upload<Vector4>(recorder, streams.Positions, Positions.Buffer, vertex * 16);
        uploads.Upload<Vector4>(recorder, streams.Normals, Normals.Buffer, vertex * 16);
        uploads.Upload<Vector4>(recorder, streams.Tangents, Tangents.Buffer, vertex * 16);
        uploads.Upload<Vector4>(recorder, streams.Colors, Colors.Buffer, vertex * 16);
        uploads.Upload<Vector2>(recorder, streams.TexCoords1, TexCoords1.Buffer, vertex * 8);
        uint[] indices = Array.ConvertAll(primitive.Indices, index => index + (uint)placed.FirstVertex);
        uint[] records = new uint[placed.TriangleCount * 4];
        for (int i = 0; i < placed.TriangleCount; i++)
        {
            indices.AsSpan(3 * i, 3).CopyTo(records.AsSpan(4 * i));
            records[(4 * i) + 3] = (uint)placed.MaterialSlot;
        }

        uploads.Upload<uint>(recorder, indices, Indices, triangle * 12);
        uploads.Upload<uint>(recorder, records, Triangles.Buffer, triangle * 16);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderSampled);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.VertexBuffer);
        recorder.Barrier(ResourceState.TransferDestination, ResourceState.IndexBuffer);
    }

    private (DeviceBuffer Buffer, TexelView View) Create(Device device, int count, int stride, BufferUsage usage, PixelFormat format, string name)
    {
        DeviceBuffer buffer = Own(new DeviceBuffer(device, (ulong)Math.Max(count, 1) * (ulong)stride, usage, name: name));
        return (buffer, Own(new TexelView(device, buffer, format)));
    }

    private T Own<T>(T resource)
        where T : IDisposable
    {
        _owned.Add(resource);
        return resource;
    }

    // Every Vulkan GPU addresses 2^26 texels or more in one view; the specification promises 2^16 only.
    private void RequireAddressable(Device device)
    {
        const int Most = 1 << 26;
        if (VertexCount > Most || TriangleCount > Most)
        {
            throw new NotSupportedException(
                $"The scene has {VertexCount} vertices and {TriangleCount} triangles; device '{device.PhysicalDevice.Name}' is given at most {Most} of each.");
        }
    }
}
