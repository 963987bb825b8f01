using SensorSim.Vulkan;
using SensorSim.Vulkan.Pipelines;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Vulkan;

public sealed class PipelineCacheTests : GpuFixture
{
    private string directory = "";

    [SetUp]
    public void MakeDirectory() => directory = Directory.CreateDirectory(Path.Combine(GpuSession.CacheDirectory, Guid.NewGuid().ToString("N"))).FullName;

    [Test]
    public void Cache_IsWrittenAndReadAgain()
    {
        Assert.That(RunOnce(), Is.Zero, "nothing was there before the first run");
        Assert.That(Directory.GetFiles(directory), Has.Length.EqualTo(1), "one file and no temporary ones");
        Assert.That(RunOnce(), Is.Positive);
    }

    [Test]
    public void DamagedCache_IsLeftUnreadAndReplaced()
    {
        RunOnce();
        string file = Directory.GetFiles(directory).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.That(RunOnce(), Is.Zero);
        Assert.That(RunOnce(), Is.Positive);
    }

    [Test]
    public void CacheOfAnotherDriver_IsLeftUnread()
    {
        RunOnce();
        string file = Directory.GetFiles(directory).Single();
        PhysicalDevice other = Device.PhysicalDevice with { PipelineCacheUuid = new string('0', 32) };

        Assert.That(PipelineCache.Read(file, Device.PhysicalDevice), Is.Not.Empty);
        Assert.That(PipelineCache.Read(file, other), Is.Empty);
    }

    private int RunOnce()
    {
        using var device = new Device(GpuSession.Instance, Device.PhysicalDevice, directory);
        using var pipeline = new ComputePipeline(device, new()
        {
            Shader = Compile(ShaderStage.Compute, "#version 460\nlayout(local_size_x = 1) in;\nvoid main() { }\n"),
        });
        return device.PipelineCache.LoadedBytes;
    }
}
