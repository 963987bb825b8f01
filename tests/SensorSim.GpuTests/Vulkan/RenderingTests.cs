using System.Numerics;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Vulkan;

public sealed class RenderingTests : GpuFixture
{
    private const int Size = 16;

    private const string Vertex = """
        #version 460
        layout(location = 0) in vec2 position;
        void main() { gl_Position = vec4(position, 0.25, 1); }
        """;

    private const string Fragment = """
        #version 460
        layout(location = 0) out vec4 color;
        void main() { color = vec4(1, 0.5, 0.25, 1); }
        """;

    // Lower left half of the image, y down: the diagonal runs through the corners of pixels, not their centres.
    private static readonly Vector2[] Triangle = [new(-1, -1), new(-1, 1), new(1, 1)];

    [Test]
    public void Triangle_CoversThePixelsBelowTheDiagonal()
    {
        Vector4[] pixels = Draw(sampleCount: 1);
        for (int y = 0; y < Size; y++)
        {
            for (int x = 0; x < Size; x++)
            {
                // The centre of a pixel on the diagonal lies exactly on the edge; which side owns it is the top-left rule's choice.
                if (x != y)
                    Assert.That(pixels[(y * Size) + x], Is.EqualTo(x < y ? new Vector4(1, 0.5f, 0.25f, 1) : Vector4.Zero), $"pixel ({x}, {y})");
            }
        }
    }

    [Test]
    public void MultisampledTriangle_ResolvesToHalfCoverageOnTheDiagonal()
    {
        Vector4[] pixels = Draw(sampleCount: 4);
        for (int i = 0; i < Size; i++)
        {
            float coverage = pixels[(i * Size) + i].W;
            Assert.That(coverage, Is.EqualTo(0.5f).Within(0.2500001f).And.Not.Zero.And.Not.EqualTo(1f), $"pixel ({i}, {i})");
        }

        Assert.That(pixels[Size], Is.EqualTo(new Vector4(1, 0.5f, 0.25f, 1)));
        Assert.That(pixels[1], Is.EqualTo(Vector4.Zero));
    }

    private static Vector4[] Draw(int sampleCount)
    {
        using var vertices = DeviceBuffer.For<Vector2>(Device, 3, BufferUsage.Vertex);
        using var pipeline = new GraphicsPipeline(Device, new()
        {
            VertexShader = Compile(ShaderStage.Vertex, Vertex),
            FragmentShader = Compile(ShaderStage.Fragment, Fragment),
            VertexLayouts = [new(8, [new(0, PixelFormat.R32G32Float, 0)])],
            Cull = CullMode.None,
            Depth = DepthState.LessAndWrite,
            ColorTargets = [new(PixelFormat.R32G32B32A32Float)],
            DepthFormat = PixelFormat.D32Float,
            SampleCount = sampleCount,
        });
        using DeviceImage color = Attachment(PixelFormat.R32G32B32A32Float, ImageUsage.ColorAttachment, sampleCount);
        using DeviceImage depth = Attachment(PixelFormat.D32Float, ImageUsage.DepthAttachment, sampleCount);
        using DeviceImage resolved = Attachment(PixelFormat.R32G32B32A32Float, ImageUsage.ColorAttachment, 1);

        Device.Execute(commands =>
        {
            commands.Update<Vector2>(vertices, Triangle);
            commands.Barrier(vertices, ResourceState.TransferDestination, ResourceState.VertexBuffer);
            foreach (DeviceImage image in new[] { color, resolved })
                commands.Transition(image, ResourceState.Undefined, ResourceState.ColorAttachment);
            commands.Transition(depth, ResourceState.Undefined, ResourceState.DepthAttachment);
            commands.BeginLabel("triangle");
            commands.BeginRendering(new()
            {
                Width = Size,
                Height = Size,
                ColorAttachments = [new(color.View) { Resolve = sampleCount > 1 ? resolved.View : null }],
                DepthAttachment = new(depth.View),
            });
            commands.Bind(pipeline);
            commands.BindVertexBuffer(0, vertices);
            commands.Draw(3);
            commands.EndRendering();
            commands.EndLabel();
        });
        return Read<Vector4>(sampleCount > 1 ? resolved : color, ResourceState.ColorAttachment);
    }

    private static DeviceImage Attachment(PixelFormat format, ImageUsage usage, int sampleCount) =>
        new(Device, new() { Width = Size, Height = Size, Format = format, Usage = usage, SampleCount = sampleCount, Name = "attachment" });
}
