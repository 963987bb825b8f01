using System.Runtime.InteropServices;
using SensorSim.Plugins;

namespace SensorSim.Onnx;

/// <summary>ONNX Runtime, as this process found it: by the variable SENSORSIM_ONNXRUNTIME, by the system's linker, beside the program, or where the set-up leaves it.</summary>
public sealed unsafe class OnnxRuntime
{
    // The library keeps one environment for a process, whatever is asked; log lines below "fatal" would repeat what exceptions say.
    private const int FatalOnly = 4;

    private static readonly Lazy<(OnnxRuntime? Runtime, string? Problem)> s_found =
        new(() => OnnxLibrary.Load(Environment.GetEnvironmentVariable(OnnxLibrary.Variable), AppContext.BaseDirectory));

    private readonly Lazy<nint> _environment;

    internal OnnxRuntime(OrtApi api, string version, string path)
    {
        (Api, Version, LibraryPath) = (api, version, path);
        _environment = new(CreateEnvironment);
    }

    /// <summary>The library of this process.</summary>
    /// <exception cref="MissingLibraryException">There is none; the message says what to install.</exception>
    public static OnnxRuntime Instance => s_found.Value.Runtime ?? throw new MissingLibraryException($"ONNX models need ONNX Runtime. {Problem}: {Remedy}.");

    /// <summary>Why there is no library; null where there is one.</summary>
    public static string? Problem => s_found.Value.Problem;

    /// <summary>What to do where there is none.</summary>
    public static string Remedy => OnnxLibrary.Install;

    /// <summary>"1.30.0".</summary>
    public string Version { get; }

    /// <summary>The file, or the name that the linker found it by.</summary>
    public string LibraryPath { get; }

    internal OrtApi Api { get; }

    internal nint ProcessEnvironment => _environment.Value;

    /// <summary>What the library was built with, best first, by ONNX Runtime's names: "CUDAExecutionProvider", "CPUExecutionProvider".</summary>
    public IReadOnlyList<string> Providers()
    {
        byte** names;
        int count;
        Api.Check(Api.GetAvailableProviders(&names, &count), "ONNX Runtime");
        string[] providers = new string[count];
        for (int i = 0; i < count; i++)
        {
            providers[i] = Marshal.PtrToStringUTF8((nint)names[i]) ?? "";
        }

        Api.Check(Api.ReleaseAvailableProviders(names, count), "ONNX Runtime");
        return providers;
    }

    private nint CreateEnvironment()
    {
        nint environment;
        fixed (byte* id = "sensorsim\0"u8)
        {
            Api.Check(Api.CreateEnv(FatalOnly, id, &environment), "ONNX Runtime");
        }

        return environment;
    }
}
