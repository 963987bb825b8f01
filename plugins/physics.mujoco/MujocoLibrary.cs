using System.Runtime.InteropServices;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>The library of this process. Its structs are read where its headers of one version say, so another version is refused.</summary>
internal static unsafe class MujocoLibrary
{
    private const string Install = "install MuJoCo 2.2.2, apt-get install libmujoco2.2.2";

    private static readonly Lazy<string?> s_problem = new(Problem);

    // What the library does by default when it cannot go on is to wait for a key.
    private static readonly Handler s_fail = text => Environment.FailFast($"MuJoCo cannot go on: {Marshal.PtrToStringUTF8(text)}");

    // It writes warnings into a file of the working folder. They are counted in its data as well, and looked at there.
    private static readonly Handler s_ignore = _ => { };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate void Handler(nint text);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionOf();

    /// <summary>Held while a model is compiled, which the library does for one at a time.</summary>
    public static Lock Compiling { get; } = new();

    public static string Version()
    {
        Require();
        return "MuJoCo 2.2.2 (libmujoco.so.2.2.2)";
    }

    /// <exception cref="PhysicsException">It is missing, or is another version.</exception>
    public static void Require()
    {
        if (s_problem.Value is { } problem)
        {
            throw new MissingLibraryException(problem);
        }
    }

    /// <summary>What is said of a version; null of the known one.</summary>
    public static string? ProblemOf(string library, int version) => version == MujocoLayout.number_mjVERSION_HEADER
        ? null
        : FormattableString.Invariant($"{library} is MuJoCo {version / 100}.{version / 10 % 10}.{version % 10}, and physics.mujoco knows the layout of 2.2.2 only: {Install}.");

    private static string? Problem()
    {
        if (!NativeLibrary.TryLoad(Mujoco.Library, out nint handle))
        {
            return Other() ?? $"{Mujoco.Library} does not load, and physics.mujoco needs it: {Install}.";
        }

        if (ProblemOf(Mujoco.Library, Mujoco.Version()) is { } problem)
        {
            return problem;
        }

        *(nint*)NativeLibrary.GetExport(handle, "mju_user_error") = Marshal.GetFunctionPointerForDelegate(s_fail);
        *(nint*)NativeLibrary.GetExport(handle, "mju_user_warning") = Marshal.GetFunctionPointerForDelegate(s_ignore);
        return null;
    }

    private static string? Other() =>
        NativeLibrary.TryLoad("libmujoco.so", out nint other) && NativeLibrary.TryGetExport(other, "mj_version", out nint version)
            ? ProblemOf("libmujoco.so", Marshal.GetDelegateForFunctionPointer<VersionOf>(version)())
            : null;
}
