using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Bodies can be moved. Each library is loaded only when a scenario asks for its backend, so a missing one is a warning.</summary>
public sealed class PhysicsLibrariesCheck : IInstallationCheck
{
    private const string Check = "physics";

    public IEnumerable<Finding> Examine(InstallationFacts facts) => facts.PhysicsLibraries.Select(library =>
        library.Loads
            ? Finding.Ok(Check, $"{library.Name} loads ({library.Purpose})")
            : Finding.Warning(Check, $"{library.Name} does not load, which {library.Purpose} needs: {library.Error}", $"apt-get install {library.Package}"));
}
