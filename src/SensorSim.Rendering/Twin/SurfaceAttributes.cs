using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Twin;

/// <summary>What surface outputs need beside the triangles: the part of each triangle, positions at rest, and the box of each mesh.</summary>
internal sealed class SurfaceAttributes : IDisposable
{
    private readonly List<IDisposable> _owned = [];

    public SurfaceAttributes(Device device, UploadRing uploads, GpuScene scene)
    {
        Parts = Upload(device, uploads, PartsOf(scene), PixelFormat.R32G32UInt, "parts");
        RestPositions = scene.Deformables is null
            ? scene.Geometry.Positions.View
            : Upload(device, uploads, RestPositionsOf(scene), PixelFormat.R32G32B32A32Float, "positions at rest");
        MeshBoxes = Upload(device, uploads, BoxesOf(scene), PixelFormat.R32G32B32A32Float, "mesh boxes");
    }

    /// <summary>Of each triangle: its primitive's place in the mesh, from 1, and the mesh.</summary>
    public TexelView Parts { get; }

    public TexelView RestPositions { get; }

    /// <summary>Of each mesh: the centre of its box at rest and 1 over the diagonal, object space.</summary>
    public TexelView MeshBoxes { get; }

    public void Dispose()
    {
        for (int i = _owned.Count - 1; i >= 0; i--)
        {
            _owned[i].Dispose();
        }
    }

    private static (uint Part, uint Mesh)[] PartsOf(GpuScene scene)
    {
        var parts = new (uint Part, uint Mesh)[Math.Max(scene.Geometry.TriangleCount, 1)];
        foreach ((int mesh, GpuPrimitive[] primitives) in scene.Geometry.Primitives.Index())
        {
            for (int i = 0; i < primitives.Length; i++)
            {
                parts.AsSpan(primitives[i].FirstTriangle, primitives[i].TriangleCount).Fill(((uint)i + 1, (uint)mesh));
            }
        }

        return parts;
    }

    private static Vector4[] RestPositionsOf(GpuScene scene) =>
        [.. scene.Scene.Meshes.SelectMany(mesh => mesh.Primitives).SelectMany(primitive => primitive.Positions).Select(p => new Vector4(p, 1))];

    private static Vector4[] BoxesOf(GpuScene scene) =>
    [
        .. scene.MeshBounds.DefaultIfEmpty(null).Select(bounds =>
        {
            Bounds box = bounds ?? new(Vector3d.Zero, Vector3d.Zero);
            double diagonal = (box.Max - box.Min).Length;
            return new Vector4((float)box.Centre.X, (float)box.Centre.Y, (float)box.Centre.Z, diagonal > 0 ? (float)(1 / diagonal) : 0);
        }),
    ];

    private TexelView Upload<T>(Device device, UploadRing uploads, T[] values, PixelFormat format, string name)
        where T : unmanaged
    {
        var buffer = DeviceBuffer.For<T>(device, values.Length, BufferUsage.UniformTexel, name: name);
        _owned.Add(buffer);
        device.Execute(recorder =>
        {
            uploads.Upload<T>(recorder, values, buffer);
            recorder.Barrier(ResourceState.TransferDestination, ResourceState.ShaderSampled);
        });
        var view = new TexelView(device, buffer, format);
        _owned.Add(view);
        return view;
    }
}
