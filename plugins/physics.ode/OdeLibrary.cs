using System.Runtime.InteropServices;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>
/// The library of this process. It has one random generator, which shuffles constraints in the iterative solver, and one cache of its triangle collider: worlds take turns, and each step seeds anew.
/// </summary>
internal static class OdeLibrary
{
    private const uint AllData = uint.MaxValue;

    private static readonly Lazy<string?> s_problem = new(Problem);

    [ThreadStatic]
    private static bool t_isKnown;

    /// <summary>Held by whoever is in the library.</summary>
    public static Lock Turn { get; } = new();

    public static string Version()
    {
        Require();
        return "ODE 0.16 (libode.so.8, double precision)";
    }

    /// <exception cref="PhysicsException">It is missing, or of single precision.</exception>
    public static void Require()
    {
        if (s_problem.Value is { } problem)
        {
            throw new MissingLibraryException(problem);
        }
    }

    /// <summary>Each thread that comes in has data of its own in the library.</summary>
    public static void Enter()
    {
        if (!t_isKnown)
        {
            t_isKnown = Ode.AllocateDataForThread(AllData) != 0 ? true : throw new PhysicsException("ODE has no memory for another thread.");
        }
    }

    private static string? Problem()
    {
        if (!NativeLibrary.TryLoad(Ode.Library, out _))
        {
            return $"{Ode.Library} does not load, and physics.ode needs it: install ODE 0.16, apt-get install libode8.";
        }

        if (Ode.CheckConfiguration("ODE_double_precision") == 0)
        {
            return $"{Ode.Library} is built for single precision, and physics.ode knows double only: install Debian's, apt-get install libode8.";
        }

        return Ode.Initialize(0) != 0 ? null : "ODE does not start: dInitODE2 failed.";
    }
}
