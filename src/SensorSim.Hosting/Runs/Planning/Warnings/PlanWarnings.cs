using System.Numerics;
using SensorSim.Plugins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
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
    public static IEnumerable<string> Of(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (plan.Instances.Count == 0)
        {
            yield return "the scene has no object: no node of it has a mesh, so that pictures and labels show the background alone";
        }

        if (!GivesLight(plan.Scenario.Environment) && !HasLamp(plan.Scene.Scene) && !Glows(plan.Scene.Scene))
        {
            yield return "nothing gives light: the scene has no lamp, and the scenario no environment. Labels are right, but every picture will be black";
        }

        if (plan.Request.ScenePath is not null && plan.Scene.Scene.Articulation.Planes.Count == 0 && SceneBounds.Of(plan.Scene.Scene).LongestSide is > UnlikelyMetres and var metres)
        {
            yield return Invariant($"the scene's longest side is {metres:0} m. A unit of a glTF file is a metre: if this one is in millimetres, its depths, boxes and light are wrong by a thousand; export it in metres, or scale its root node by 0.001");
        }

        if (plan.Scenario.Episode.Steps == 1 && (plan.Labels & LabelSet.BetweenInstants) != LabelSet.None && plan.Labels != LabelSet.All)
        {
            yield return "flow, scene flow and occlusion lead to another step, and there is one step only: they will not be written";
        }

        if (plan.Scenario.Task is { Object: var thing } && !plan.Instances.Any(one => one.Name == thing) && !plan.Categories.Names.Contains(thing, StringComparer.Ordinal))
        {
            yield return $"task.object: no object and no category has the name '{thing}', and every record will have it.{NearestName.Hint(thing, plan.Categories.Names.Concat(plan.Instances.Select(one => one.Name)).Distinct(StringComparer.Ordinal))}";
        }

        if (OfAutomaticExposure(plan) is { } cancelled)
        {
            yield return cancelled;
        }

        foreach (string warning in OfFirstSample(plan).Concat(OfEvents(plan)))
        {
            yield return warning;
        }
    }

    private static string[] OfFirstSample(RunPlan plan)
    {
        var first = FirstSample.Of(plan);
        var placement = new PlacementWarnings(first);
        string[] misscaled = [.. placement.InOtherUnits()];
        return misscaled.Length > 0 ? misscaled : [.. new UnitWarnings(first).All(), .. placement.Misplaced(), .. new BodyWarnings(first).All(), .. new CameraWarnings(first).All()];
    }

    private static string? OfAutomaticExposure(RunPlan plan)
    {
        string? light = plan.Cousins.Space.Draws.Where(draw => draw.BinCount > 1).Select(draw => draw.Name)
            .FirstOrDefault(name => name == "environment.intensity" || (name.StartsWith("lights.", StringComparison.Ordinal) && name.EndsWith(".intensity", StringComparison.Ordinal)));
        string? camera = plan.Cameras.Select(one => one.Settings).FirstOrDefault(one => one.Exposure is null)?.Name;
        return light is null || camera is null
            ? null
            : $"{light} varies, and camera {camera} is exposed anew for each sample, so that more light hardly makes brighter pictures: where it should, give the camera an exposure {{ f_number, time_s, iso }} that fits the scene's light (an .hdr gives 1 nit for each of its units, times environment.intensity)";
    }

    private static IEnumerable<string> OfEvents(RunPlan plan)
    {
        double end = plan.Scenario.Episode.TimeOf(plan.Scenario.Episode.Steps);
        foreach (ScenarioEvent late in plan.Scenario.Events.Where(one => one.AtSeconds >= end && plan.Cousins.Space.Draws.All(draw => draw.Name != $"events.{one.Name}.at_s")))
        {
            yield return Invariant($"events: {late.Name} happens at {late.AtSeconds} s, and the episode ends at {end:0.###} s: its episodes are those in which nothing happens");
        }

        int members = plan.Scenario.Events.Count + 1;
        if (plan.Samples % members is > 0 and var left)
        {
            yield return $"events: a cousin has {members} episodes, and of the last one there are {left} only; samples that are a multiple of {members} make it whole";
        }
    }

    private static bool GivesLight(EnvironmentLight environment) => environment is { Hdr: not null, Intensity: > 0 };

    private static bool HasLamp(Scene scene) => SceneNames.Of(scene).Lamps.Any(lamp => scene.Lights[lamp.Of.Light].Intensity > 0);

    private static bool Glows(Scene scene) => scene.Materials.Any(material => material.Emissive != Vector3.Zero);
}
