using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.GpuTests.Vulkan;

public sealed class TransferTests : GpuFixture
{
    [Test]
    public void UploadedBytes_ComeBackUnchanged([Values(1, 4096, 300_000)] int count)
    {
        uint[] data = Numbers(count);
        using var ring = new UploadRing(Device, 64 << 10);
        using var buffer = DeviceBuffer.For<uint>(Device, count, BufferUsage.Storage);

        Device.Execute(commands =>
        {
            for (int start = 0; start < count; start += 10_000)
                ring.Upload<uint>(commands, data.AsSpan(start, Math.Min(10_000, count - start)), buffer, (ulong)start * 4);
        });

        Assert.That(Read<uint>(buffer, count), Is.EqualTo(data));
    }

    [Test]
    public void UploadRing_ReusesItsMemoryOverManySubmissions()
    {
        using var ring = new UploadRing(Device, 4096);
        using var frames = new FramesInFlight(Device, 3);
        using var buffer = DeviceBuffer.For<uint>(Device, 256, BufferUsage.Storage);
        int allocations = Device.Memory.Statistics.AllocationCount;

        for (uint i = 0; i < 50; i++)
        {
            CommandRecorder commands = frames.Begin();
            commands.Barrier(buffer, ResourceState.TransferDestination, ResourceState.TransferDestination);
            ring.Upload<uint>(commands, Enumerable.Repeat(i, 256).ToArray(), buffer);
            frames.Submit(commands);
        }

        Assert.That(Read<uint>(buffer, 256), Is.All.EqualTo(49));
        Assert.That(Device.Memory.Statistics.AllocationCount, Is.LessThanOrEqualTo(allocations), "no staging buffer beside the ring was needed");
    }

    [Test]
    public void ImageLayers_AreCopiedOneByOne()
    {
        using DeviceImage array = Image(4, 3, PixelFormat.R32UInt, ImageUsage.Sampled, layers: 3);
        using DeviceImage single = Image(4, 3, PixelFormat.R32UInt, ImageUsage.Sampled);
        uint[] data = Numbers(36);
        using var ring = new UploadRing(Device, 4096);

        Device.Execute(commands =>
        {
            commands.Transition(array, ResourceState.Undefined, ResourceState.TransferDestination);
            commands.Transition(single, ResourceState.Undefined, ResourceState.TransferDestination);
            ring.Upload<uint>(commands, data, array, layerCount: 3);
            commands.Transition(array, ResourceState.TransferDestination, ResourceState.TransferSource);
            commands.Copy(array, 0, 1, single, 0, 0);
        });

        Assert.That(Read<uint>(single, ResourceState.TransferDestination), Is.EqualTo(data[12..24]));
        Assert.That(Read<uint>(array, ResourceState.TransferSource, layer: 2), Is.EqualTo(data[24..]));
    }

    [Test]
    public void UploadOfTheWrongSize_NamesBothSizes()
    {
        using DeviceImage image = Image(4, 4, PixelFormat.R32UInt, ImageUsage.Sampled);
        using var ring = new UploadRing(Device, 4096);
        using var pool = new CommandPool(Device);
        CommandRecorder commands = pool.Begin();

        ArgumentException error = Assert.Throws<ArgumentException>(() => ring.Upload<uint>(commands, new uint[15], image));
        Assert.That(error.Message, Does.Contain("64 bytes").And.Contain("got 60"));
    }

    [Test]
    public void MipLevels_HoldTheMeanOfTheLevelBefore()
    {
        using DeviceImage image = Image(8, 8, PixelFormat.R32Float, ImageUsage.Sampled, mips: 4);
        float[] data = [.. Enumerable.Range(0, 64).Select(i => (float)i)];
        using var ring = new UploadRing(Device, 4096);

        Device.Execute(commands =>
        {
            commands.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
            ring.Upload<float>(commands, data, image);
            commands.GenerateMips(image, ResourceState.ShaderSampled);
        });

        float[] half = Read<float>(image, ResourceState.ShaderSampled, mip: 1);
        Assert.That(half[0], Is.EqualTo((0 + 1 + 8 + 9) / 4f).Within(1e-4));
        Assert.That(half[15], Is.EqualTo((54 + 55 + 62 + 63) / 4f).Within(1e-4));
        Assert.That(Read<float>(image, ResourceState.ShaderSampled, mip: 3), Is.EqualTo(new[] { 31.5f }).Within(1e-4));
    }

    [Test]
    public void ClearAndFill_SetEveryBit()
    {
        using DeviceImage image = Image(5, 7, PixelFormat.R32G32UInt, ImageUsage.Storage);
        using var buffer = DeviceBuffer.For<uint>(Device, 16, BufferUsage.Storage);

        Device.Execute(commands =>
        {
            commands.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
            commands.Clear(image, ClearColor.UInt(0xFFFFFFFE, 7));
            commands.Fill(buffer, 0xABCD1234);
        });

        uint[] pixels = Read<uint>(image, ResourceState.TransferDestination);
        Assert.That(pixels.Where((_, i) => i % 2 == 0), Is.All.EqualTo(0xFFFFFFFE));
        Assert.That(pixels.Where((_, i) => i % 2 == 1), Is.All.EqualTo(7));
        Assert.That(Read<uint>(buffer, 16), Is.All.EqualTo(0xABCD1234));
    }

    [Test]
    public void DeviceLocalBuffer_RefusesToBeMapped()
    {
        using var buffer = DeviceBuffer.For<uint>(Device, 4, BufferUsage.Storage);
        Assert.That(() => buffer.Map<uint>(), Throws.InvalidOperationException);
    }

    [Test]
    public void ImpossibleImage_SaysWhatWasExpected() =>
        Assert.That(() => Image(0, 4, PixelFormat.R32UInt, ImageUsage.Sampled), Throws.ArgumentException.With.Message.Contains("pixels a side"));

    private static uint[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => (uint)i * 2654435761u)];

    private static DeviceImage Image(int width, int height, PixelFormat format, ImageUsage usage, int layers = 1, int mips = 1) =>
        new(Device, new() { Width = width, Height = height, Format = format, Usage = usage, ArrayLayers = layers, MipLevels = mips, Name = "test image" });
}
