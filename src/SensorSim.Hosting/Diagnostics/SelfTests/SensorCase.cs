using System.Buffers.Binary;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Randomness;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>
/// A noisy sensor on the device against its reference in double precision, fed the same random integers, from a hundredth of an electron
/// to saturation.
/// </summary>
public sealed class SensorCase : ISelfTestCase
{
    private const int Side = 256;
    private const double BrightestNit = 4000;

    public string Name => "sensor";

    public IEnumerable<Measurement> Measure(SelfTestBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        var noise = new StageRequest("camera.noise", new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
        var chain = SensorChain.Build(PluginCatalog.Load(PluginCatalog.StandardDirectories()).Plugins, [noise], SensorOutput.Raw);
        var frame = new SensorFrame(
            Side, Side, Exposure.Physical(0, 0.01, 0, 2, 100), [.. Enumerable.Repeat(1.0, Side)], RandomKey.ForFrames(7, 0, "front"), RandomKey.ForSensor("front"), 0);
        var light = new SignalImage(Side, Side);
        for (int i = 0; i < light.Pixels.Length; i++) light.Pixels[i] = Grey(BrightestNit * Math.Pow(10, -6.0 * i / light.Pixels.Length));

        ushort[] measured = Run(bench, chain, frame, light);
        ushort[] expected = Samples(ReferenceRunner.Quantize(chain, ReferenceRunner.Run(chain, frame, [light])).Bytes.Span);
        int agreeing = measured.Zip(expected, (a, b) => Math.Abs(a - b) <= 1).Count(agrees => agrees);
        yield return new("share of raw numbers within 1 DN of the reference", 1, (double)agreeing / measured.Length, 0.001);
    }

    private static ushort[] Run(SelfTestBench bench, SensorChain chain, SensorFrame frame, SignalImage light)
    {
        using DeviceBuffer radiance = Upload(bench.Device, light);
        using var result = new DeviceBuffer(bench.Device, (ulong)SensorRunner.ResultBytes(chain, Side, Side), BufferUsage.Storage);
        using var runner = new SensorRunner(bench.Device, bench.Shaders, chain);
        bench.Device.Execute(commands => runner.Record(commands, chain, frame, radiance, result));
        return Samples(bench.Read<byte>(result, (int)result.SizeInBytes))[..(3 * Side * Side)];
    }

    private static DeviceBuffer Upload(Device device, SignalImage light)
    {
        var buffer = DeviceBuffer.For<float>(device, 4 * light.Pixels.Length, BufferUsage.UniformTexel, MemoryKind.Upload);
        Span<float> texels = buffer.Map<float>();
        for (int i = 0; i < light.Pixels.Length; i++)
            ((ReadOnlySpan<float>)[(float)light.Pixels[i].R, (float)light.Pixels[i].G, (float)light.Pixels[i].B, 1]).CopyTo(texels[(4 * i)..]);
        buffer.Flush();
        return buffer;
    }

    private static ushort[] Samples(ReadOnlySpan<byte> bytes)
    {
        ushort[] samples = new ushort[bytes.Length / 2];
        for (int i = 0; i < samples.Length; i++) samples[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(2 * i)..]);
        return samples;
    }

    private static Rgb Grey(double nit) => new(nit, nit, nit);
}
