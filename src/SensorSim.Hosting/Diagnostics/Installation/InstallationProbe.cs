using SensorSim.Onnx;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Collects the facts of this machine. It looks, and changes nothing.</summary>
public static class InstallationProbe
{
    private const uint NvidiaVendor = 0x10DE;

    public static InstallationFacts Probe()
    {
        (IReadOnlyList<DeviceFact> devices, string? enumerationError) = Devices();
        return new()
        {
            Loader = NativeLibraryProbe.Probe("libvulkan.so.1", "libvulkan1", "Vulkan"),
            Drivers = DriverProbe.ProbeAll(),
            DriverFilesOverride = DriverProbe.Override,
            Nvidia = NvidiaProbe.Probe(),
            RenderNodes = DeviceNodeProbe.ProbeAll("/dev/dri", "renderD*"),
            Devices = devices,
            EnumerationError = enumerationError,
            ShaderCompiler = ProgramProbe.Probe("glslc", "glslc"),
            HasShippedShaders = Directory.Exists(ProgramFolders.ShippedShaders),
            ImageLibraries =
            [
                NativeLibraryProbe.Probe("libspng.so.0", "libspng0", "reading PNG textures and datasets"),
                NativeLibraryProbe.Probe("libturbojpeg.so.0", "libturbojpeg0", "reading JPEG textures"),
                NativeLibraryProbe.Probe("libwebp.so.7", "libwebp7", "reading WebP textures"),
                NativeLibraryProbe.Probe("libmeshoptimizer.so.2d", "libmeshoptimizer2d", "reading compressed meshes"),
                NativeLibraryProbe.Probe("libOpenEXRCore-3_1.so.30", "libopenexr-3-1-30", "writing EXR depth"),
                NativeLibraryProbe.Probe("libtiff.so.6", "libtiff6", "reading TIFF frames in calibrate"),
            ],
            PhysicsLibraries =
            [
                NativeLibraryProbe.Probe("libmujoco.so.2.2.2", "libmujoco2.2.2", "physics.mujoco"),
                NativeLibraryProbe.Probe("libode.so.8", "libode8", "physics.ode"),
            ],
            OnnxRuntimeProblem = OnnxRuntime.Problem,
            OnnxRuntime = OnnxRuntime.Problem is null ? $"{OnnxRuntime.Instance.Version}, {OnnxRuntime.Instance.LibraryPath} ({string.Join(", ", OnnxRuntime.Instance.Providers())})" : "",
            VideoProgram = ProgramProbe.Probe("ffmpeg", "ffmpeg"),
            Cache = FolderProbe.Probe(ShaderCompiler.DefaultCacheDirectory),
            Plugins = PluginsProbe.Probe(),
            IsContainer = IsContainer(),
        };
    }

    /// <summary>The marks that Docker, Podman and Kubernetes leave.</summary>
    private static bool IsContainer() =>
        File.Exists("/.dockerenv") || File.Exists("/run/.containerenv") || Environment.GetEnvironmentVariable("KUBERNETES_SERVICE_HOST") is not null;

    private static (IReadOnlyList<DeviceFact> Devices, string? Error) Devices()
    {
        try
        {
            return ([.. DeviceListing.Devices().Select(device => new DeviceFact(
                device.Name, device.IsSoftware, device.VendorId == NvidiaVendor, device.Unsuitability))], null);
        }
        catch (VulkanException refusal)
        {
            return ([], refusal.Message);
        }
    }
}
