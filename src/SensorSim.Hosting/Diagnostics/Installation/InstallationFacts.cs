namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>What was found on this machine, without a judgement. <see cref="InstallationProbe"/> collects it, <see cref="Doctor"/> judges it.</summary>
public sealed record InstallationFacts
{
    /// <summary>The Vulkan loader, <c>libvulkan.so.1</c>.</summary>
    public required LibraryFact Loader { get; init; }

    /// <summary>Every driver manifest ("ICD file") the loader would read.</summary>
    public required IReadOnlyList<DriverFact> Drivers { get; init; }

    /// <summary>Name and value of the variable that replaces the loader's search (VK_DRIVER_FILES or VK_ICD_FILENAMES), or null.</summary>
    public string? DriverFilesOverride { get; init; }

    /// <summary>What is known of an NVIDIA GPU; null when there is no trace of one.</summary>
    public NvidiaFact? Nvidia { get; init; }

    /// <summary>The nodes <c>/dev/dri/renderD*</c>.</summary>
    public required IReadOnlyList<DeviceNodeFact> RenderNodes { get; init; }

    /// <summary>What the loader enumerates; empty when it finds none or fails.</summary>
    public required IReadOnlyList<DeviceFact> Devices { get; init; }

    /// <summary>Why the loader could not enumerate devices, or null.</summary>
    public string? EnumerationError { get; init; }

    /// <summary>The shader compiler, <c>glslc</c>.</summary>
    public required ProgramFact ShaderCompiler { get; init; }

    /// <summary>Compiled shaders came with the program, so no compiler is needed.</summary>
    public bool HasShippedShaders { get; init; }

    /// <summary>Libraries that read and write images.</summary>
    public required IReadOnlyList<LibraryFact> ImageLibraries { get; init; }

    /// <summary>Libraries that move bodies.</summary>
    public required IReadOnlyList<LibraryFact> PhysicsLibraries { get; init; }

    /// <summary>Why ONNX Runtime is not there, with what to do; null when it loads.</summary>
    public required string? OnnxRuntimeProblem { get; init; }

    /// <summary>Version and providers of ONNX Runtime; empty when it does not load.</summary>
    public string OnnxRuntime { get; init; } = "";
    /// <summary>The program that writes and reads videos, <c>ffmpeg</c>.</summary>
    public required ProgramFact VideoProgram { get; init; }

    /// <summary>Where compiled shaders and pipelines are kept.</summary>
    public required FolderFact Cache { get; init; }

    /// <summary>Where plugins are looked for.</summary>
    public required PluginsFact Plugins { get; init; }

    /// <summary>The process runs inside a container.</summary>
    public bool IsContainer { get; init; }
}
