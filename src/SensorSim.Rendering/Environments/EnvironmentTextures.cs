using System.Numerics;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Environments;

/// <summary>An environment on the device.</summary>
internal sealed class EnvironmentTextures : IDisposable
{
    public EnvironmentTextures(Device device, UploadRing uploads, PrefilteredEnvironment environment)
    {
        Prefiltered = new(device, new()
        {
            Width = environment.Levels[0].Side,
            Height = environment.Levels[0].Side,
            MipLevels = environment.Levels.Count,
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
            Upload(recorder, uploads, Prefiltered, environment.Levels);
            Upload(recorder, uploads, Irradiance, [environment.Irradiance]);
        });
    }

    public DeviceImage Prefiltered { get; }

    public DeviceImage Irradiance { get; }

    public void Dispose()
    {
        Prefiltered.Dispose();
        Irradiance.Dispose();
    }

    private static void Upload(CommandRecorder recorder, UploadRing uploads, DeviceImage image, IReadOnlyList<OctahedralMap> levels)
    {
        recorder.Transition(image, ResourceState.Undefined, ResourceState.TransferDestination);
        for (int level = 0; level < levels.Count; level++)
        {
            uploads.Upload<Vector4>(recorder, levels[level].Texels, image, level);
        }

        recorder.Transition(image, ResourceState.TransferDestination, ResourceState.ShaderSampled);
    }
}
