using SensorSim.Cameras;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>Where a plan uses which plugin.</summary>
public static class PluginUses
{
    /// <summary>Every plugin whose code a run executes, lenses, stages and lamps, by id.</summary>
    public static IReadOnlyDictionary<string, InstalledPlugin> Of(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var used = plan.Cameras.SelectMany(camera => camera.Chain.Stages).Select(stage => stage.Plugin)
            .Concat(plan.Cameras.Select(camera => camera.Projection).OfType<LensProjection>().Select(lens => plan.Catalog.Require(lens.Id)))
            .Concat(plan.Physics is { } physics ? [physics.Plugin] : [])
            .Concat(plan is { Style: { } style, Scenario.Style.Stage: StyleStage.Textures } ? [style.Plugin] : [])
            .Concat(plan.Cousins.Waveforms.Values.Concat(plan.Cousins.WaveformChoices.Values).Where(use => use.Enabled).Select(use => plan.Catalog.Require(use.Use)));
        return new SortedDictionary<string, InstalledPlugin>(
            used.DistinctBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal).ToDictionary(plugin => plugin.Manifest.Id, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>What datasets say of a plugin: version, digest, and where its numbers cannot be checked against a reference in C#.</summary>
    public static string IdentityOf(InstalledPlugin plugin)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        string reference = plugin.Instance is SensorStage { HasReference: false } ? " (no reference)" : "";
        return $"{plugin.Manifest.Version} sha256:{plugin.Digest}{reference}";
    }

    /// <summary>The line for a person about a plugin that failed while a plan was carried out.</summary>
    public static string Describe(RunPlan plan, PluginFault fault)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(fault);
        return fault.Describe(PlaceOf(plan, fault.Parameters), plan.Catalog.Plugins.GetValueOrDefault(fault.Plugin));
    }

    /// <summary>The stage or lens that has this record of parameters, or one of its kind where samples draw them; null for a lamp, whose record is bound for each sample.</summary>
    internal static string? PlaceOf(RunPlan plan, object? parameters)
    {
        foreach (CameraPlan camera in plan.Cameras)
        {
            if (camera.Chain.Stages.FirstOrDefault(stage => IsOf(camera, stage.Parameters, parameters)) is { } stage)
            {
                return $"the stage \"{stage.Name}\" of the camera {camera.Settings.Name}";
            }

            if (camera.Projection is LensProjection lens && IsOf(camera, lens.Parameters, parameters))
            {
                return $"the lens of the camera {camera.Settings.Name}";
            }
        }

        return null;
    }

    private static bool IsOf(CameraPlan camera, object planned, object? parameters) =>
        ReferenceEquals(planned, parameters) || (camera.Varies && planned.GetType() == parameters?.GetType() && parameters is not ParameterValues);
}
