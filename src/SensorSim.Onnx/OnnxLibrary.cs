using System.Runtime.InteropServices;

namespace SensorSim.Onnx;

/// <summary>Finds ONNX Runtime's library and its table of functions.</summary>
internal static unsafe class OnnxLibrary
{
    public const string Name = "libonnxruntime.so.1";

    /// <summary>Names the library's file, or the folder that it is in.</summary>
    public const string Variable = "SENSORSIM_ONNXRUNTIME";

    /// <summary>Where <c>eng/setup.sh onnx</c> leaves it, from the root of a clone.</summary>
    public const string SetupPath = "artifacts/onnxruntime/node_modules/onnxruntime-node/bin/napi-v6/linux/";

    /// <summary>What to do about a missing one.</summary>
    public const string Install = $"'eng/setup.sh onnx' installs it (from the npm package onnxruntime-node), or name a library of ONNX Runtime 1.18 or later in {Variable}";

    /// <summary>Loads the first library there is.</summary>
    /// <returns>The library, or why there is none.</returns>
    public static (OnnxRuntime? Runtime, string? Problem) Load(string? named, string programFolder)
    {
        string? problem = null;
        foreach (string candidate in Candidates(named, programFolder))
        {
            if (NativeLibrary.TryLoad(candidate, out nint handle))
            {
                return Open(handle, candidate);
            }

            problem ??= named is null ? null : $"{Variable} is \"{named}\", and {candidate} does not load";
        }

        return (null, problem ?? $"{Name} is not found");
    }

    /// <summary>The file that is named and no other; without one, what the system's linker knows, what lies beside the program, and what the set-up left in the clone.</summary>
    public static IEnumerable<string> Candidates(string? named, string programFolder)
    {
        if (named is { Length: > 0 })
        {
            return [Directory.Exists(named) ? Path.Combine(named, Name) : named];
        }

        string architecture = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        return [Name, .. Above(programFolder).SelectMany(folder => new[] { Path.Combine(folder, Name), Path.Combine(folder, "lib", Name), Path.Combine(folder, SetupPath, architecture, Name) }).Where(File.Exists)];
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (string? current = Path.TrimEndingDirectorySeparator(folder); current is not null; current = Path.GetDirectoryName(current))
        {
            yield return current;
        }
    }

    private static (OnnxRuntime? Runtime, string? Problem) Open(nint handle, string path)
    {
        if (!NativeLibrary.TryGetExport(handle, "OrtGetApiBase", out nint function))
        {
            return (null, $"{path} loads, but is not ONNX Runtime: it has no OrtGetApiBase");
        }

        // struct OrtApiBase { GetApi(version), GetVersionString() }.
        var parts = (nint*)((delegate* unmanaged[Cdecl]<nint>)function)();
        string version = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged[Cdecl]<byte*>)parts[1])()) ?? "";
        if (!IsKnown(version))
        {
            return (null, $"{path} is ONNX Runtime {version}, and 1.{OrtApi.Version} or later is needed");
        }

        var table = (nint*)((delegate* unmanaged[Cdecl]<uint, nint>)parts[0])(OrtApi.Version);
        return (new(new(table), version, path), null);
    }

    /// <summary>Whether a library of this version has the functions that are used.</summary>
    public static bool IsKnown(string version) => System.Version.TryParse(version.Split('-', '+')[0], out Version? number) && number >= new Version(1, (int)OrtApi.Version);
}
