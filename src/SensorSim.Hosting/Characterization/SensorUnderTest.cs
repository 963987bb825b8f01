using System.Runtime.InteropServices;
using SensorSim.Randomness;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Characterization;

/// <summary>A sensor chain on a device, looking at uniform light.</summary>
public sealed class SensorUnderTest : IDisposable
{
    private static readonly RandomKey FrameKey = RandomKey.ForFrames(1288, 0, "characterize");
    private static readonly RandomKey SensorKey = RandomKey.ForSensor("characterize");

    private readonly Device _device;
    private readonly SensorRunner _runner;
    private readonly DeviceBuffer _radiance;
    private readonly DeviceBuffer _result;
    private readonly DeviceBuffer _readback;
    private uint _step;

    /// <param name="device">Runs the chain.</param>
    /// <param name="shaders">The program's shaders.</param>
    /// <param name="chain">Ends in raw numbers.</param>
    /// <param name="side">Pixels along each side.</param>
    public SensorUnderTest(Device device, ShaderLibrary shaders, SensorChain chain, int side)
    {
        ArgumentNullException.ThrowIfNull(chain);
        (_device, Chain, Side) = (device, chain, side);
        _runner = new(device, shaders, chain);
        int bytes = SensorRunner.ResultBytes(chain, side, side);
        _radiance = DeviceBuffer.For<float>(device, 4 * side * side, BufferUsage.UniformTexel, MemoryKind.Upload, "uniform light");
        _result = new(device, (ulong)bytes, BufferUsage.Storage, name: "raw numbers");
        _readback = DeviceBuffer.For<byte>(device, bytes, BufferUsage.None, MemoryKind.Readback);
    }

    public SensorChain Chain { get; }

    /// <summary>Pixels along each side.</summary>
    public int Side { get; }

    /// <summary>The next frame: no two have the same noise, all have the same fixed pattern.</summary>
    /// <param name="nit">Radiance of the field.</param>
    /// <param name="exposure">The frame's.</param>
    public RawFrame Capture(Rgb nit, Exposure exposure)
    {
        Fill(nit);
        var frame = new SensorFrame(Side, Side, exposure, [.. Enumerable.Repeat(1.0, Side)], FrameKey, SensorKey, _step++);
        _device.Execute(recorder =>
        {
            _runner.Record(recorder, Chain, frame, _radiance, _result);
            recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
            recorder.Copy(_result, _readback);
            recorder.Barrier(_readback, ResourceState.TransferDestination, ResourceState.HostRead);
        });
        _readback.Invalidate();
        int samples = Side * Side * Chain.OutputChannels;
        return new(Side, Side, Chain.OutputChannels, MemoryMarshal.Cast<byte, ushort>(_readback.Map<byte>())[..samples].ToArray());
    }

    public void Dispose()
    {
        _runner.Dispose();
        _radiance.Dispose();
        _result.Dispose();
        _readback.Dispose();
    }

    private void Fill(Rgb nit)
    {
        Span<float> texels = _radiance.Map<float>();
        ReadOnlySpan<float> texel = [(float)nit.R, (float)nit.G, (float)nit.B, 1];
        for (int i = 0; i < texels.Length; i += 4)
        {
            texel.CopyTo(texels[i..]);
        }

        _radiance.Flush();
    }
}
