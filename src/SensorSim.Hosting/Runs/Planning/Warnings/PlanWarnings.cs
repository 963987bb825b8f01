using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Labels;
using static System.FormattableString;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>What is allowed and yet hardly meant.</summary>
public static class PlanWarnings
{
    // A file that comes without a scenario is an object or a room.
    private const double UnlikelyMetres = 200;

    /// <summary>One line for each.</summary>
    public static IEnumerable<PlanWarning> Of(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return InOrder(OfScene(plan).Concat(OfLabels(plan)).Concat(OfAutomaticExposure(plan)).Concat(OfFirstSample(plan)).Concat(OfEvents(plan)).Concat(PluginWarnings.Of(plan)));
    }

    /// <summary>Of these those that pictures may be wrong by without showing it: to be said once more behind the frames, where the others are history.</summary>
    public static IEnumerable<PlanWarning> OfPlugins(RunPlan plan) => PluginWarnings.Of(plan);

    // As compilers do; what is said of one place keeps its order.
    private static IEnumerable<PlanWarning> InOrder(IEnumerable<PlanWarning> all) => all.OrderBy(warning => warning.At.File, StringComparer.Ordinal).ThenBy(warning => warning.At.Line);

    private static IEnumerable<PlanWarning> OfScene(RunPlan plan)
    {
        if (plan.Instances.Count == 0)
        {
            yield return new(plan.Scenario.Keys.Of("scene"), "the scene has no object: no node of it has a mesh, so that pictures and labels show the background alone");
        }

        if (plan.Request.ScenePath is not null && plan.Scene.Scene.Articulation.Planes.Count == 0 && SceneBounds.Of(plan.Scene.Scene).LongestSide is > UnlikelyMetres and var metres)
        {
            yield return new(default, Invariant($"the scene's longest side is {metres:0} m. A unit of a glTF file is a metre: if this one is in millimetres, its depths, boxes and light are wrong by a thousand; export it in metres, or scale its root node by 0.001"));
        }
    }

    private static IEnumerable<PlanWarning> OfLabels(RunPlan plan)
    {
        if (plan.Scenario.Episode.Steps == 1 && (plan.Labels & LabelSet.BetweenInstants) != LabelSet.None && plan.Labels != LabelSet.All)
        {
            yield return new(plan.Scenario.Keys.Of("labels"), "flow, scene flow and occlusion lead to another step, and there is one step only: they will not be written");
        }

        if (plan.Scenario.Task is { Object: var thing } && !plan.Instances.Any(one => one.Name == thing) && !plan.Categories.Names.Contains(thing, StringComparer.Ordinal))
        {
            yield return new(plan.Scenario.Keys.Of("task"), $"task.object: no object and no category has the name '{thing}', and every record will have it.{NearestName.Hint(thing, plan.Categories.Names.Concat(plan.Instances.Select(one => one.Name)).Distinct(StringComparer.Ordinal))}");
        }
    }

    private static PlanWarning[] OfFirstSample(RunPlan plan)
    {
        var first = FirstSample.Of(plan);
        var placement = new PlacementWarnings(first);
        PlanWarning[] misscaled = [.. placement.InOtherUnits()];
        if (misscaled.Length > 0)
        {
            return misscaled;
        }

        PlanWarning[] misplaced = [.. placement.Misplaced()];
        var cameras = new CameraWarnings(first) { Misplaced = misplaced.Select(warning => warning.At).ToHashSet() };
        return [.. new LightWarnings(first).All(), .. new UnitWarnings(first).All(), .. misplaced, .. new BodyWarnings(first).All(), .. cameras.All()];
    }

    private static IEnumerable<PlanWarning> OfAutomaticExposure(RunPlan plan)
    {
        BoundDraw? light = plan.Cousins.Space.Draws.Where(draw => draw.BinCount > 1)
            .FirstOrDefault(draw => draw.Name == "environment.intensity" || (draw.Name.StartsWith("lights.", StringComparison.Ordinal) && draw.Name.EndsWith(".intensity", StringComparison.Ordinal)));
        string? camera = plan.Cameras.Select(one => one.Settings).FirstOrDefault(one => one.Exposure is null)?.Name;
        return light is null || camera is null
            ? []
            : [new(light.Rule.ValuePosition, $"{light.Name} varies, and camera {camera} is exposed anew for each sample, so that more light hardly makes brighter pictures: where it should, give the camera an exposure {{ f_number, time_s, iso }} that fits the scene's light")];
    }

    private static IEnumerable<PlanWarning> OfEvents(RunPlan plan)
    {
        double end = plan.Scenario.Episode.TimeOf(plan.Scenario.Episode.Steps);
        foreach (ScenarioEvent late in plan.Scenario.Events.Where(one => one.AtSeconds >= end && plan.Cousins.Space.Draws.All(draw => draw.Name != $"events.{one.Name}.at_s")))
        {
            yield return new(late.Position, Invariant($"events: {late.Name} happens at {late.AtSeconds} s, and the episode ends at {end:0.###} s: its episodes are those in which nothing happens"));
        }

        int members = plan.Scenario.Events.Count + 1;
        if (plan.Samples % members is > 0 and var left)
        {
            yield return new(plan.Scenario.Events[0].Position, $"events: a cousin has {members} episodes, and of the last one there {(left == 1 ? "is" : "are")} {left} only; samples that are a multiple of {members} make it whole");
        }
    }
}
