using System.Runtime.InteropServices;
using SensorSim.Datasets;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Records;

/// <summary>Exposes the sensors of recorded frames once more, to light that is given: every number, noise included, is that of the frame. Used by one thread.</summary>
public sealed class SensorReplay : IDisposable
{
    private const LabelSet Captured = LabelSet.Rgb | LabelSet.Clean | LabelSet.NoiseVariance;

    private readonly Device _device;
    private readonly PluginCatalog _catalog;
    private readonly ChainRunners _sensors;
    private readonly Dictionary<string, SensorChain> _structures = new(StringComparer.Ordinal);

    /// <param name="device">Must outlive it.</param>
    /// <param name="shaders">The project's shaders.</param>
    /// <param name="catalog">The installed plugins.</param>
    public SensorReplay(Device device, ShaderLibrary shaders, PluginCatalog catalog) => (_device, _catalog, _sensors) = (device, catalog, new(device, shaders));

    /// <summary>A frame's exposure and sensor, as its record has them.</summary>
    /// <exception cref="FormatException">A value of the record is none that a run writes.</exception>
    public FrameJob JobOf(FrameRecord record) => new RecordedFrame(record, _catalog).Job();

    /// <summary>Takes light through a frame's sensor chain, and through its twins where the record lists them.</summary>
    /// <param name="record">The frame's.</param>
    /// <param name="job">What the record says.</param>
    /// <param name="radiance">Float32, three channels, nit, rows' exposure windows joined: the label <c>radiance</c>.</param>
    /// <returns>Output name → pixels, and why the frame is rejected; null when it is not.</returns>
    /// <exception cref="PluginFailedException">A stage made pixels that mean nothing.</exception>
    public (IReadOnlyDictionary<string, PixelPlane> Planes, string? Rejected) Expose(FrameRecord record, FrameJob job, in PixelPlane radiance)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(job);
        LabelSet labels = LabelNames.Single.Where(label => Captured.HasFlag(label.Value) && record.Files.ContainsKey(label.Key)).Aggregate(LabelSet.None, (all, label) => all | label.Value);
        var chains = CapturedChains.Of(job.Chain, labels);
        Use(chains.All);
        byte[] results = Run(job, record.Provenance.Seed, chains, radiance);
        (int width, int height) = (radiance.Width, radiance.Height);
        return (
            LabelNames.Single.Where(label => labels.HasFlag(label.Value)).ToDictionary(label => label.Key, label => chains.PlaneOf(results, width, height, label.Value), StringComparer.Ordinal),
            SignalGate.Verdict(job.Chain, chains.NonFinite(results, width, height), record.Frame));
    }

    public void Dispose() => _sensors.Dispose();

    // Cameras take turns: what is compiled for one stays for its next frame.
    private void Use(IReadOnlyList<SensorChain> chains)
    {
        SensorChain[] others = [.. chains.Where(chain => !_structures.ContainsKey(chain.Structure))];
        foreach (SensorChain other in others)
        {
            _structures[other.Structure] = other;
        }

        if (others.Length > 0)
        {
            _sensors.Use(_structures.Values);
        }
    }

    private byte[] Run(FrameJob job, ulong seed, CapturedChains chains, in PixelPlane radiance)
    {
        (int width, int height) = (radiance.Width, radiance.Height);
        SensorFrame frame = job.SensorFrame([.. Enumerable.Repeat(1.0, height)], seed);
        var captures = new SensorCaptures([.. chains.All.Select(chain => new SensorCapture(_sensors.For(chain), chain, frame))]);
        int bytes = captures.ResultBytes(job.View.Intrinsics, 1);
        using DeviceBuffer light = Upload(radiance);
        using var result = new DeviceBuffer(_device, (ulong)bytes, BufferUsage.Storage, name: "exposed again");
        using DeviceBuffer readback = DeviceBuffer.For<byte>(_device, bytes, BufferUsage.None, MemoryKind.Readback);
        _device.Execute(recorder =>
        {
            captures.Record(recorder, new(light, width, height, 1, 0), new(result, 0, (ulong)bytes));
            recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
            recorder.Copy(result, readback);
            recorder.Barrier(readback, ResourceState.TransferDestination, ResourceState.HostRead);
        });
        readback.Invalidate();
        return readback.Map<byte>().ToArray();
    }

    private DeviceBuffer Upload(in PixelPlane radiance)
    {
        DeviceBuffer light = DeviceBuffer.For<float>(_device, 4 * radiance.Width * radiance.Height, BufferUsage.UniformTexel, MemoryKind.Upload, "light");
        Span<float> texels = light.Map<float>();
        ReadOnlySpan<float> samples = MemoryMarshal.Cast<byte, float>(radiance.Bytes.Span);
        for (int pixel = 0; pixel < texels.Length / 4; pixel++)
        {
            samples.Slice(3 * pixel, 3).CopyTo(texels[(4 * pixel)..]);
            texels[(4 * pixel) + 3] = 1;
        }

        light.Flush();
        return light;
    }
}
