using System.Buffers.Binary;
using System.Collections.Concurrent;
using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Sensors;

/// <summary>Runs chains on the GPU over fields that a test makes: no renderer is involved.</summary>
internal static class GpuSensor
{
    private static readonly ConcurrentDictionary<(string Structure, int StagesPerPass), SensorRunner> Runners = new();

    public static ShaderLibrary Shaders { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "shaders"), Path.Combine(GpuSession.CacheDirectory, "shaders"));

    /// <summary>The picture as a reference would give it: digital numbers, or 8-bit values over 255; of a mosaic in the first channel.</summary>
    public static SignalImage Run(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers, int stagesPerPass = int.MaxValue)
    {
        SensorRunner runner = Runners.GetOrAdd((chain.Structure, stagesPerPass), _ => new(GpuSession.Device, Shaders, chain, stagesPerPass));
        return ToImage(chain, frame, RunAll(runner, [(chain, frame, layers)])[0]);
    }

    public static void DisposeRunners()
    {
        foreach (SensorRunner runner in Runners.Values)
        {
            runner.Dispose();
        }

        Runners.Clear();
    }

    /// <summary>Several frames in one submission; the stored bytes of each, or the whole result with its counts.</summary>
    public static byte[][] RunAll(
        SensorRunner runner, IReadOnlyList<(SensorChain Chain, SensorFrame Frame, IReadOnlyList<SignalImage> Layers)> frames, bool withCounts = false)
    {
        Device device = GpuSession.Device;
        DeviceBuffer[] sources = [.. frames.Select(frame => Upload(device, frame.Layers))];
        DeviceBuffer[] results = [.. frames.Select(frame => new DeviceBuffer(
            device, (ulong)SensorRunner.ResultBytes(frame.Chain, frame.Frame.Width, frame.Frame.Height), BufferUsage.Storage, MemoryKind.Readback))];
        try
        {
            device.Execute(recorder =>
            {
                for (int i = 0; i < frames.Count; i++)
                {
                    runner.Record(recorder, frames[i].Chain, frames[i].Frame, sources[i], results[i]);
                    recorder.Barrier(results[i], ResourceState.ShaderStorageWrite, ResourceState.HostRead);
                }
            });
            Assert.That(GpuSession.Instance.TakeValidationMessages(), Is.Empty, "The validation layer complained.");
            return [.. results.Select((result, i) => withCounts ? result.Map<byte>().ToArray() : Bytes(frames[i].Chain, frames[i].Frame, result))];
        }
        finally
        {
            foreach (DeviceBuffer buffer in sources.Concat(results))
            {
                buffer.Dispose();
            }
        }
    }

    private static byte[] Bytes(SensorChain chain, SensorFrame frame, DeviceBuffer result)
    {
        result.Invalidate();
        return result.Map<byte>()[..(frame.Width * frame.Height * chain.OutputChannels * (int)chain.OutputType)].ToArray();
    }

    private static SignalImage ToImage(SensorChain chain, SensorFrame frame, byte[] bytes)
    {
        var image = new SignalImage(frame.Width, frame.Height);
        double Sample(int i) => chain.OutputType switch
        {
            SampleType.UInt8 => bytes[i] / 255.0,
            SampleType.UInt16 => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(2 * i)),
            _ => BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(4 * i)),
        };
        for (int i = 0; i < image.Pixels.Length; i++)
        {
            image.Pixels[i] = chain.OutputChannels == 1 ? new(Sample(i), 0, 0) : new(Sample(3 * i), Sample((3 * i) + 1), Sample((3 * i) + 2));
        }

        return image;
    }

    private static DeviceBuffer Upload(Device device, IReadOnlyList<SignalImage> layers)
    {
        int pixels = layers[0].Pixels.Length;
        var buffer = DeviceBuffer.For<float>(device, 4 * pixels * layers.Count, BufferUsage.UniformTexel | BufferUsage.Storage, MemoryKind.Upload);
        Span<float> texels = buffer.Map<float>();
        for (int layer = 0; layer < layers.Count; layer++)
        {
            for (int i = 0; i < pixels; i++)
            {
                Rgb pixel = layers[layer].Pixels[i];
                ((ReadOnlySpan<float>)[(float)pixel.R, (float)pixel.G, (float)pixel.B, 1]).CopyTo(texels[(4 * ((layer * pixels) + i))..]);
            }
        }

        buffer.Flush();
        return buffer;
    }
}
