using System.Numerics;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Commands;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Environments;

/// <summary>An environment on the device.</summary>
internal sealed class EnvironmentTextures : IDisposable
{
    public EnvironmentTextures(Device device, UploadRing uploads, PrefilteredEnvironment environment)
    {
        Prefiltered = new(device, new()
        {
            Width = environment.Side * 3 / 2,
            Height = environment.Side,
            Format = PixelFormat.R32G32B32A32Float,
            Usage = ImageUsage.Sampled,
            Name = "prefiltered environment",
        });
        Irradiance = new(device, new()
        {
            Width = environment.Irradiance.Side,
            Height = environment.Irradiance.Side,
            Format = PixelFormat.R32G32B32A32Float,
            Usage = ImageUsage.Sampled,
            Name = "irradiance",
        });
        device.Execute(recorder =>
        {
            Upload(recorder, uploads, Prefiltered, SideBySide(environment));
            Upload(recorder, uploads, Irradiance, environment.Irradiance.Texels);
        });
    }

    /// <summary>All levels in one image, as environment.glsl reads them.</summary>
    public DeviceImage Prefiltered { get; }

    public DeviceImage Irradiance { get; }

    public void Dispose()
    {
        Prefiltered.Dispose();
        Irradiance.Dispose();
    }

    private static Vector4[] SideBySide(PrefilteredEnvironment environment)
    {
        int side = environment.Side, width = side * 3 / 2;
        var texels = new Vector4[width * side];
        for (int level = 0; level < environment.Levels.Count; level++)
        {
            OctahedralMap map = environment.Levels[level];
            (int left, int top) = level == 0 ? (0, 0) : (side, side - (2 * map.Side));
            for (int row = 0; row < map.Side; row++)
            {
                map.Texels.Slice(row * map.Side, map.Side).CopyTo(texels.AsSpan(((top + row) * width) + left));
            }
        }

        return texels;
    }

    private static void Upload(CommandRecorder recorder, UploadRing uploads, DeviceImage image, ReadOnlySpan<Vector4> texels)
    {
        recorder.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
        uploads.Upload(recorder, texels, image);
        recorder.Transition(image, ResourceState.TransferDestination, ResourceState.ShaderSampled);
    }
}
