using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.Hosting.Diagnostics.Checks;

/// <summary>Plugins load. Without them a scene still renders, but without a sensor.</summary>
public sealed class PluginsCheck : IInstallationCheck
{
    private const string Check = "plugins";

    public IEnumerable<Finding> Examine(InstallationFacts facts)
    {
        PluginsFact plugins = facts.Plugins;
        if (plugins.Error is { } error)
            yield return Finding.Warning(Check, error, "mend the plugin or remove its folder, then build again");
        else if (plugins.Count == 0)
            yield return Finding.Warning(Check, $"no plugins in {plugins.Folder}: no sensor models, no flicker", "build the project, or copy its plugins folder there");
        else
            yield return Finding.Ok(Check, FormattableString.Invariant($"{plugins.Count} in {plugins.Folder}"));
    }
}
