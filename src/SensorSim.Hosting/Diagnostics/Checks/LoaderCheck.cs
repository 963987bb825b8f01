using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>The Vulkan loader is there.</summary>
public sealed class LoaderCheck : IInstallationCheck
{
    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        LibraryFact loader = facts.Loader;
        yield return loader.Loads
            ? Finding.Ok("loader", $"{loader.Name} loads")
            : Finding.Failure(
                "loader", $"the Vulkan loader does not load: {loader.Error}",
                $"apt-get install {loader.Package}; without root, unpack it (dpkg -x) and name its folder in LD_LIBRARY_PATH");
    }
}
