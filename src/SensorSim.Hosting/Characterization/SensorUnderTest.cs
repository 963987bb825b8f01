using System.Runtime.InteropServices;
using SensorSim.Hosting.Plugins;
using SensorSim.Randomness;
using SensorSim.Rendering.Flicker;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Memory;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Characterization;

/// <summary>A sensor chain on a device, looking at what the procedures show it.</summary>
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
        _runner = PluginShaders.Compile(chain, () => new SensorRunner(device, shaders, chain));
        int bytes = SensorRunner.ResultBytes(chain, side, side);
        _radiance = Light(1);
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
        Show((_, _) => nit);
        return Expose(exposure);
    }

    /// <summary>The next frame of a field that a flickering lamp lights.</summary>
    /// <param name="flicker">Of one lamp.</param>
    /// <param name="nit">The field's radiance at the lamp's nominal intensity.</param>
    /// <param name="exposure">The frame's.</param>
    public RawFrame Capture(FlickerLayers flicker, Rgb nit, Exposure exposure)
    {
        ArgumentNullException.ThrowIfNull(flicker);
        using DeviceBuffer layers = Light(flicker.Layers.Count);
        Rgb[] parts = [.. flicker.WeightsOf(0).Select(weight => weight * nit)];
        Fill(layers, i => parts[i / (Side * Side)]);
        return Expose(exposure, layers, flicker.RowWeights(exposure, Side));
    }

    /// <summary>Puts a steady picture in front of the camera.</summary>
    /// <param name="nit">Radiance of each pixel.</param>
    public void Show(Func<int, int, Rgb> nit) => Fill(_radiance, i => nit(i % Side, i / Side));

    /// <summary>The next frame of what was shown last.</summary>
    public RawFrame Expose(Exposure exposure) => Expose(exposure, _radiance, [.. Enumerable.Repeat(1.0, Side)]);

    public void Dispose()
    {
        _runner.Dispose();
        _radiance.Dispose();
        _result.Dispose();
        _readback.Dispose();
    }

    private RawFrame Expose(Exposure exposure, DeviceBuffer light, double[] rowWeights)
    {
        var frame = new SensorFrame(Side, Side, exposure, rowWeights, FrameKey, SensorKey, _step++);
        _device.Execute(recorder =>
        {
            _runner.Record(recorder, Chain, frame, light, _result);
            recorder.Barrier(ResourceState.ShaderStorageWrite, ResourceState.TransferSource);
            recorder.Copy(_result, _readback);
            recorder.Barrier(_readback, ResourceState.TransferDestination, ResourceState.HostRead);
        });
        _readback.Invalidate();
        int samples = Side * Side * Chain.OutputChannels;
        return new(Side, Side, Chain.OutputChannels, MemoryMarshal.Cast<byte, ushort>(_readback.Map<byte>())[..samples].ToArray());
    }

    private DeviceBuffer Light(int layers) => DeviceBuffer.For<float>(_device, 4 * Side * Side * layers, BufferUsage.UniformTexel, MemoryKind.Upload, "light");

    private static void Fill(DeviceBuffer light, Func<int, Rgb> nit)
    {
        Span<float> texels = light.Map<float>();
        for (int i = 0; i < texels.Length / 4; i++)
        {
            Rgb color = nit(i);
            ((ReadOnlySpan<float>)[(float)color.R, (float)color.G, (float)color.B, 1]).CopyTo(texels[(4 * i)..]);
        }

        light.Flush();
    }
}
