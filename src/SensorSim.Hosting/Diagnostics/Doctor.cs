using SensorSim.Hosting.Diagnostics.Checks;
using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics;

/// <summary>Why a GPU is not seen, or rendering does not work, and how to mend it.</summary>
public static class Doctor
{
    /// <summary>In the order in which one thing needs the other.</summary>
    private static readonly IInstallationCheck[] Checks =
    [
        new LoaderCheck(),
        new DriverFilesCheck(),
        new DriverLibrariesCheck(),
        new NvidiaCheck(),
        new MigCheck(),
        new RenderNodesCheck(),
        new DevicesCheck(),
        new ShaderCompilerCheck(),
        new ImageLibrariesCheck(),
        new PhysicsLibrariesCheck(),
        new OnnxRuntimeCheck(),
        new VideoProgramCheck(),
        new CacheCheck(),
        new PluginsCheck(),
    ];

    /// <summary>Judges the facts of one machine.</summary>
    public static IReadOnlyList<Finding> Diagnose(InstallationFacts facts) => [.. Checks.SelectMany(check => check.Examine(facts))];

    /// <summary>True when rendering works: warnings do not stop it.</summary>
    public static bool CanRender(IEnumerable<Finding> findings) => findings.All(finding => finding.Level != FindingLevel.Failure);
}
