using SensorSim.Randomness;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>Bytes survive the way to the device, across it and back.</summary>
public sealed class MemoryCase : ISelfTestCase
{
    /// <summary>16 MiB.</summary>
    private const int Blocks = 1 << 20;

    public string Name => "memory";

    public IEnumerable<Measurement> Measure(SelfTestBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        UInt4[] sent = [.. Enumerable.Range(0, Blocks).Select(i => Philox4x32.Draw(new((uint)i, 0, 0, 0), 1, 2))];
        using var upload = DeviceBuffer.For<UInt4>(bench.Device, Blocks, BufferUsage.None, MemoryKind.Upload);
        using var first = DeviceBuffer.For<UInt4>(bench.Device, Blocks, BufferUsage.Storage);
        using var second = DeviceBuffer.For<UInt4>(bench.Device, Blocks, BufferUsage.Storage);
        sent.CopyTo(upload.Map<UInt4>());
        upload.Flush();
        bench.Device.Execute(commands =>
        {
            commands.Copy(upload, first);
            commands.Barrier(first, ResourceState.TransferDestination, ResourceState.TransferSource);
            commands.Copy(first, second);
        });

        UInt4[] received = bench.Read<UInt4>(second, Blocks);
        yield return new("blocks of 16 bytes, of 16 MiB, that changed on the way", 0, sent.Where((block, i) => block != received[i]).Count(), 0);
    }
}
