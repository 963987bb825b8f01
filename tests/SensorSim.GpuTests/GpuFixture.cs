using SensorSim.Hosting.Diagnostics.SelfTests;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests;

/// <summary>Base of tests that use the GPU: a test fails when the validation layer said anything while it ran.</summary>
public abstract class GpuFixture
{
    protected static Device Device => GpuSession.Device;

    /// <summary>Compiles test shaders given as text, and files of the project's own shader folder.</summary>
    protected static ShaderCompiler Compiler { get; } = new(new() { CacheDirectory = Path.Combine(GpuSession.CacheDirectory, "shaders") });

    [SetUp]
    public void ForgetValidationMessages() => GpuSession.Instance.TakeValidationMessages();

    [TearDown]
    public void RequireSilentValidation() =>
        Assert.That(GpuSession.Instance.TakeValidationMessages(), Is.Empty, "The validation layer complained.");

    protected static CompiledShader Compile(ShaderStage stage, string glsl, string name = "test") =>
        Compiler.Compile(new() { Name = $"{name}.{stage.ToString().ToLowerInvariant()}", Stage = stage, Text = glsl });

    /// <summary>Reads a buffer back; every earlier submission has finished by then.</summary>
    protected static T[] Read<T>(DeviceBuffer source, int count)
        where T : unmanaged => SelfTestBench.Read<T>(Device, source, count);

    /// <summary>Reads one level and layer of an image that is in the given state, and leaves it as TransferSource.</summary>
    protected static T[] Read<T>(DeviceImage source, ResourceState state, int mip = 0, int layer = 0)
        where T : unmanaged
    {
        int pixels = Math.Max(1, source.Width >> mip) * Math.Max(1, source.Height >> mip);
        using var readback = new DeviceBuffer(Device, (ulong)(pixels * source.Format.BytesPerPixel), BufferUsage.None, MemoryKind.Readback);
        Device.Execute(commands =>
        {
            commands.Transition(source, state, ResourceState.TransferSource, ImageSubresources.Layer(layer, mip));
            commands.Copy(source, readback, 0, mip, layer);
            commands.Barrier(readback, ResourceState.TransferDestination, ResourceState.HostRead);
        });
        readback.Invalidate();
        return readback.Map<T>().ToArray();
    }
}
