using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Image files can be read and written. Each library is loaded only when a file needs it, so a missing one is a warning.</summary>
public sealed class ImageLibrariesCheck : IInstallationCheck
{
    private const string Check = "images";

    public IEnumerable<Finding> Examine(InstallationFacts facts) => facts.ImageLibraries.Select(library =>
        library.Loads
            ? Finding.Ok(Check, $"{library.Name} loads ({library.Purpose})")
            : Finding.Warning(Check, $"{library.Name} does not load, which {library.Purpose} needs: {library.Error}", $"apt-get install {library.Package}"));
}
