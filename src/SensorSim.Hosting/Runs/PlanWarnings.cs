using System.Numerics;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Hosting.Runs;

/// <summary>What is allowed and yet hardly meant.</summary>
public static class PlanWarnings
{
    /// <summary>One line for each.</summary>
    public static IEnumerable<string> Of(RunPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (!GivesLight(plan.Scenario.Environment) && !HasLamp(plan.Scene.Scene) && !Glows(plan.Scene.Scene))
        {
            yield return "nothing gives light: the scene has no lamp, and the scenario no environment. Labels are right, but every picture will be black";
        }

        if (plan.Scenario.Episode.Steps == 1 && (plan.Labels & LabelSet.BetweenInstants) != LabelSet.None && plan.Labels != LabelSet.All)
        {
            yield return "flow, scene flow and occlusion lead to another step, and there is one step only: they will not be written";
        }
    }

    private static bool GivesLight(EnvironmentLight environment) => environment is { Hdr: not null, Intensity: > 0 };

    private static bool HasLamp(Scene scene) => SceneNames.Of(scene).Lamps.Any(lamp => scene.Lights[lamp.Of.Light].Intensity > 0);

    private static bool Glows(Scene scene) => scene.Materials.Any(material => material.Emissive != Vector3.Zero);
}
