using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.UnitTests.Diagnostics;

/// <summary>Machines as the doctor meets them, made up.</summary>
internal static class Machines
{
    public const string MesaManifest = "/usr/share/vulkan/icd.d/lvp_icd.x86_64.json";
    public const string NvidiaManifest = "/usr/share/vulkan/icd.d/nvidia_icd.json";

    private static readonly DriverFact Mesa = new(MesaManifest, "libvulkan_lvp.so", null);
    private static readonly DeviceFact Llvmpipe = new("llvmpipe (LLVM 15.0.6, 256 bits)", IsSoftware: true, IsNvidia: false, Unsuitability: null);
    private static readonly DeviceFact H200 = new("NVIDIA H200", IsSoftware: false, IsNvidia: true, Unsuitability: null);

    /// <summary>No GPU, everything installed.</summary>
    public static InstallationFacts Software { get; } = new()
    {
        Loader = new("libvulkan.so.1", "libvulkan1", "Vulkan", null),
        Drivers = [Mesa],
        RenderNodes = [],
        Devices = [Llvmpipe],
        ShaderCompiler = new("glslc", "glslc", "/usr/bin/glslc"),
        ImageLibraries = [new("libspng.so.0", "libspng0", "reading PNG", null)],
        PhysicsLibraries = [new("libode.so.8", "libode8", "physics.ode", null)],
        OnnxRuntimeProblem = null,
        OnnxRuntime = "1.30.0, /opt/libonnxruntime.so.1 (CPUExecutionProvider)",
        VideoProgram = new("ffmpeg", "ffmpeg", "/usr/bin/ffmpeg"),
        Cache = new("/root/.cache/sensorsim", null),
        Plugins = new("/app/plugins", 5, null),
    };

    /// <summary>An NVIDIA server where everything works.</summary>
    public static InstallationFacts Server { get; } = Software with
    {
        Drivers = [Mesa, new(NvidiaManifest, "libGLX_nvidia.so.0", null)],
        Devices = [H200, Llvmpipe],
        Nvidia = new("550.54.15", [new("/dev/nvidiactl", null), new("/dev/nvidia0", null)], null, null, HasSmi: true),
    };

    /// <summary>A server whose GPU Vulkan does not see: what differs from <see cref="Server"/> says why.</summary>
    public static InstallationFacts Blind { get; } = Server with { Devices = [Llvmpipe] };
}
