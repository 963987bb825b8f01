using System.Numerics;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Binding;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Vulkan;

public sealed class DrawingTests : GpuFixture
{
    private const int Size = 4;

    // Vertices come from a storage buffer: one quad whose depth and value depend on the instance.
    private const string Vertex = """
        #version 460
        layout(binding = 0, std430) readonly buffer Corners { vec2 corners[]; };
        layout(push_constant) uniform Constants { float scale; };
        layout(location = 0) flat out uint instance;
        void main()
        {
            instance = gl_InstanceIndex;
            gl_Position = vec4(corners[gl_VertexIndex] * scale, 0.9 - 0.2 * gl_InstanceIndex, 1);
        }
        """;

    private const string Fragment = """
        #version 460
        layout(location = 0) flat in uint instance;
        layout(location = 0) out vec4 color;
        layout(location = 1) out uint id;
        void main() { color = vec4(0.25); id = instance + 1; }
        """;

    private static readonly Vector2[] Corners = [new(-1, -1), new(1, -1), new(-1, 1), new(1, 1)];
    private static readonly uint[] Indices = [0, 1, 2, 2, 1, 3];

    [Test]
    public void NearerInstance_WinsInEveryTarget()
    {
        (Vector4[] color, uint[] id) = Render(BlendMode.Opaque, commands => commands.DrawIndexed(6, instanceCount: 3));
        Assert.That(id, Is.All.EqualTo(3), "instance 2 is nearest");
        Assert.That(color, Is.All.EqualTo(new Vector4(0.25f)));
    }

    [Test]
    public void AdditiveBlending_TouchesOnlyItsOwnTarget()
    {
        (Vector4[] color, uint[] id) = Render(BlendMode.Additive, commands => commands.DrawIndexed(6, instanceCount: 3));
        Assert.That(color, Is.All.EqualTo(new Vector4(0.75f)), "each instance is nearer than the one before and adds a quarter");
        Assert.That(id, Is.All.EqualTo(3));
    }

    [Test]
    public void IndirectDraws_TakeCountsAndFirstInstanceFromABuffer()
    {
        if (!Device.Features.DrawIndirectFirstInstance || !Device.Features.MultiDrawIndirect)
            Assert.Ignore("The device has no multi-draw with a first instance.");
        using var arguments = DeviceBuffer.For<DrawIndexedArguments>(Device, 2, BufferUsage.Indirect);
        Device.Execute(commands =>
        {
            commands.Update<DrawIndexedArguments>(arguments, [new(6, 1, 0, 0, 1), new(3, 1, 0, 0, 3)]);
            commands.Barrier(arguments, ResourceState.TransferDestination, ResourceState.IndirectArguments);
        });

        (_, uint[] id) = Render(BlendMode.Opaque, commands => commands.DrawIndexedIndirect(arguments, 0, 2));
        Assert.That(id[0], Is.EqualTo(4), "the second draw has the upper left triangle");
        Assert.That(id[^1], Is.EqualTo(2), "the first draw has the rest");
    }

    [Test]
    public void NegativeViewportHeight_TurnsTheImageOver()
    {
        (_, uint[] id) = Render(BlendMode.Opaque, commands =>
        {
            commands.SetViewport(0, Size, Size, -Size);
            commands.SetScissor(0, 0, Size, Size);
            commands.DrawIndexed(3);
        });
        Assert.That(id[^Size], Is.EqualTo(1), "the upper left corner has come to the lower left");
        Assert.That(id[Size - 1], Is.Zero);
    }

    [Test]
    public void PushConstantsLargerThanTheBlock_AreRefused()
    {
        using GraphicsPipeline pipeline = Pipeline(BlendMode.Opaque, [], 4);
        using var pool = new CommandPool(Device);
        CommandRecorder commands = pool.Begin();
        commands.Bind(pipeline);
        Assert.That(() => commands.PushConstants(Vector2.One), Throws.ArgumentException.With.Message.Contains("8 bytes"));
    }

    private static (Vector4[] Color, uint[] Id) Render(BlendMode blend, Action<CommandRecorder> draw)
    {
        using var corners = DeviceBuffer.For<Vector2>(Device, 4, BufferUsage.Storage);
        using var indices = DeviceBuffer.For<uint>(Device, 6, BufferUsage.Index);
        using var layout = new ResourceLayout(Device, new ResourceBinding(0, ResourceKind.StorageBuffer, ShaderStage.Vertex));
        using ResourceSet set = new ResourceSet(Device, layout).Set(0, corners);
        using GraphicsPipeline pipeline = Pipeline(blend, [layout], 4);
        using DeviceImage color = Target(PixelFormat.R32G32B32A32Float, ImageUsage.ColorAttachment);
        using DeviceImage id = Target(PixelFormat.R32UInt, ImageUsage.ColorAttachment);
        using DeviceImage depth = Target(PixelFormat.D32Float, ImageUsage.DepthAttachment);

        Device.Execute(commands =>
        {
            commands.Update<Vector2>(corners, Corners);
            commands.Update<uint>(indices, Indices);
            commands.Barrier(corners, ResourceState.TransferDestination, ResourceState.ShaderStorageRead);
            commands.Barrier(indices, ResourceState.TransferDestination, ResourceState.IndexBuffer);
            commands.Transition(color, ResourceState.Undefined, ResourceState.ColorAttachment);
            commands.Transition(id, ResourceState.Undefined, ResourceState.ColorAttachment);
            commands.Transition(depth, ResourceState.Undefined, ResourceState.DepthAttachment);
            commands.BeginRendering(new() { Width = Size, Height = Size, ColorAttachments = [new(color.View), new(id.View)], DepthAttachment = new(depth.View) });
            commands.Bind(pipeline);
            commands.Bind(0, set);
            commands.PushConstants(1f);
            commands.BindIndexBuffer(indices);
            draw(commands);
            commands.EndRendering();
        });
        return (Read<Vector4>(color, ResourceState.ColorAttachment), Read<uint>(id, ResourceState.ColorAttachment));
    }

    private static GraphicsPipeline Pipeline(BlendMode blend, IReadOnlyList<ResourceLayout> layouts, int pushConstantBytes) => new(Device, new()
    {
        VertexShader = Compile(ShaderStage.Vertex, layouts.Count > 0 ? Vertex : "#version 460\nvoid main() { gl_Position = vec4(0); }\n"),
        FragmentShader = layouts.Count > 0 ? Compile(ShaderStage.Fragment, Fragment) : null,
        ResourceLayouts = layouts,
        PushConstantBytes = pushConstantBytes,
        Cull = CullMode.None,
        Depth = DepthState.LessAndWrite,
        ColorTargets = layouts.Count > 0 ? [new(PixelFormat.R32G32B32A32Float, blend), new(PixelFormat.R32UInt)] : [],
        DepthFormat = PixelFormat.D32Float,
    });

    private static DeviceImage Target(PixelFormat format, ImageUsage usage) => new(Device, new() { Width = Size, Height = Size, Format = format, Usage = usage });
}
