using SensorSim.Plugins;

namespace SensorSim.Hosting.Diagnostics.Installation;

/// <summary>Looks for programs where the system would: in the folders of PATH.</summary>
internal static class ProgramProbe
{
    public static ProgramFact Probe(string name, string package) => new(name, package, PathOf(name));

    public static string? PathOf(string name) => ProgramPath.Of(name);
}
