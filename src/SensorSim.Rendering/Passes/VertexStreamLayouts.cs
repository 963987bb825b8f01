using SensorSim.Rendering.Twin;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Pipelines;

namespace SensorSim.Rendering.Passes;

/// <summary>The vertex buffers of passes that rasterize; buffer number = location.</summary>
internal static class VertexStreamLayouts
{
    public static IReadOnlyList<VertexLayout> PositionsOnly { get; } = [Stream(0, PixelFormat.R32G32B32A32Float, 16)];

    /// <summary>Position and triangle of <see cref="NamedTriangles"/>.</summary>
    public static IReadOnlyList<VertexLayout> Named { get; } = [Stream(0, PixelFormat.R32G32B32A32UInt, 16)];

    public static IReadOnlyList<VertexLayout> All { get; } =
    [
        .. Enumerable.Range(0, 4).Select(location => Stream(location, PixelFormat.R32G32B32A32Float, 16)),
        Stream(4, PixelFormat.R32G32Float, 8),
    ];

    /// <summary>All but the tangents, which the alpha test does not need; the buffers keep their numbers.</summary>
    public static IReadOnlyList<VertexLayout> AlphaTest { get; } = [All[0], All[1], new(16, []), All[3], All[4]];

    public static void Bind(CommandRecorder recorder, GeometryBuffers geometry)
    {
        recorder.BindVertexBuffer(0, geometry.Positions.Buffer);
        recorder.BindVertexBuffer(1, geometry.Normals.Buffer);
        recorder.BindVertexBuffer(2, geometry.Tangents.Buffer);
        recorder.BindVertexBuffer(3, geometry.Colors.Buffer);
        recorder.BindVertexBuffer(4, geometry.TexCoords1.Buffer);
        recorder.BindIndexBuffer(geometry.Indices);
    }

    public static void Bind(CommandRecorder recorder, NamedTriangles triangles)
    {
        recorder.BindVertexBuffer(0, triangles.Vertices);
        recorder.BindIndexBuffer(triangles.Indices);
    }

    private static VertexLayout Stream(int location, PixelFormat format, int stride) => new(stride, [new(location, format, 0)]);
}
