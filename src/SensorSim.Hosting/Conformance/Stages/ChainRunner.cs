using System.Runtime.InteropServices;
using SensorSim.Rendering.Sensors;
using SensorSim.Signals;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Runs chains on a device; each structure is compiled once.</summary>
internal sealed class ChainRunner(ConformanceBench bench) : IDisposable
{
    private readonly Dictionary<(string Structure, int StagesPerPass), SensorRunner> _runners = [];

    /// <summary>Frames in one submission; the raw numbers of each.</summary>
    public ushort[][] Run(IReadOnlyList<(SensorChain Chain, TestFrame Frame)> frames, int stagesPerPass = int.MaxValue)
    {
        bench.Shaders.Compiler.Prepare(StageFusion.Shaders(frames.Select(frame => frame.Chain), stagesPerPass));
        DeviceBuffer[] sources = [.. frames.Select(frame => Upload(frame.Frame.Light))];
        DeviceBuffer[] results = [.. frames.Select(frame => new DeviceBuffer(
            bench.Device, (ulong)SensorRunner.ResultBytes(frame.Chain, frame.Frame.Light.Width, frame.Frame.Light.Height), BufferUsage.Storage, MemoryKind.Readback))];
        try
        {
            bench.Device.Execute(recorder =>
            {
                for (int i = 0; i < frames.Count; i++)
                {
                    Of(frames[i].Chain, stagesPerPass).Record(recorder, frames[i].Chain, frames[i].Frame.Frame, sources[i], results[i]);
                    recorder.Barrier(results[i], ResourceState.ShaderStorageWrite, ResourceState.HostRead);
                }
            });
            return [.. results.Select((result, i) => Numbers(result, frames[i].Chain, frames[i].Frame.Light))];
        }
        finally
        {
            foreach (DeviceBuffer buffer in sources.Concat(results))
            {
                buffer.Dispose();
            }
        }
    }

    /// <summary>Bytes that this thread allocates to record a frame, once everything is warm.</summary>
    public double BytesToRecord(SensorChain chain, TestFrame frame)
    {
        const int frames = 16;
        using DeviceBuffer source = Upload(frame.Light);
        using var result = new DeviceBuffer(bench.Device, (ulong)SensorRunner.ResultBytes(chain, frame.Light.Width, frame.Light.Height), BufferUsage.Storage);
        SensorRunner runner = Of(chain, int.MaxValue);
        double least = double.PositiveInfinity;
        for (int round = 0; round < 3; round++)
        {
            bench.Device.Execute(recorder =>
            {
                long before = GC.GetAllocatedBytesForCurrentThread();
                for (int i = 0; i < frames; i++) runner.Record(recorder, chain, frame.Frame, source, result);
                least = Math.Min(least, (GC.GetAllocatedBytesForCurrentThread() - before) / (double)frames);
            });
        }

        return least;
    }

    public void Dispose()
    {
        foreach (SensorRunner runner in _runners.Values)
        {
            runner.Dispose();
        }
    }

    private SensorRunner Of(SensorChain chain, int stagesPerPass)
    {
        if (!_runners.TryGetValue((chain.Structure, stagesPerPass), out SensorRunner? runner))
        {
            runner = Plugins.PluginShaders.Compile(chain, () => new SensorRunner(bench.Device, bench.Shaders, chain, stagesPerPass));
            _runners.Add((chain.Structure, stagesPerPass), runner);
        }

        return runner;
    }

    private DeviceBuffer Upload(SignalImage light)
    {
        var buffer = DeviceBuffer.For<float>(bench.Device, 4 * light.Pixels.Length, BufferUsage.UniformTexel | BufferUsage.Storage, MemoryKind.Upload);
        Span<float> texels = buffer.Map<float>();
        for (int i = 0; i < light.Pixels.Length; i++)
        {
            (double r, double g, double b) = light.Pixels[i];
            ((ReadOnlySpan<float>)[(float)r, (float)g, (float)b, 1]).CopyTo(texels[(4 * i)..]);
        }

        buffer.Flush();
        return buffer;
    }

    private static ushort[] Numbers(DeviceBuffer result, SensorChain chain, SignalImage light)
    {
        result.Invalidate();
        return MemoryMarshal.Cast<byte, ushort>(result.Map<byte>())[..(light.Pixels.Length * chain.OutputChannels)].ToArray();
    }
}
