using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Compiled shaders and pipelines can be kept for the next run.</summary>
public sealed class CacheCheck : IInstallationCheck
{
    private const string Check = "cache";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        yield return facts.Cache.Error is { } error
            ? Finding.Warning(Check, $"{facts.Cache.Path} cannot be written ({error}): every run compiles its shaders again", "name a writable folder in XDG_CACHE_HOME")
            : Finding.Ok(Check, $"{facts.Cache.Path} is writable");
    }
}
