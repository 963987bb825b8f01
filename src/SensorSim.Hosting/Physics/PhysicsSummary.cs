using System.Collections.ObjectModel;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Bodies;

namespace SensorSim.Hosting.Physics;

/// <summary>All bodies of a scene or of a scenario's first sample, and where their values come from.</summary>
/// <param name="Scene">Name of the scene.</param>
/// <param name="Totals">Over all of them.</param>
/// <param name="Bodies">What moves by itself first.</param>
/// <param name="Joints">What they hang by.</param>
/// <param name="Untouchable">Objects that touch nothing, because the file gives them no collider.</param>
public sealed record PhysicsSummary(string Scene, PhysicsTotals Totals, IReadOnlyList<BodySummary> Bodies, IReadOnlyList<JointSummary> Joints, IReadOnlyList<string> Untouchable)
{
    /// <summary>Without physics in the scenario, or without a scenario: as a scenario that says no more than a backend has them.</summary>
    private static readonly PhysicsSettings s_usual = new(new PluginUse("physics.mujoco", ReadOnlyDictionary<string, JsonNode?>.Empty));

    /// <exception cref="PhysicsException">The bodies cannot be described.</exception>
    public static PhysicsSummary Of(RunPlan plan, long sample = 0)
    {
        ArgumentNullException.ThrowIfNull(plan);
        InspectedWorld world = WorldOf(plan, sample);
        BodySummary[] bodies = [.. world.Bodies.Select(BodySummary.Of)];
        return new(plan.Scene.Name, PhysicsTotals.Of(bodies, world.World.Description), bodies, [.. world.World.Description.Joints.Select(joint => JointSummary.Of(joint))], world.Untouchable);
    }

    /// <summary>The bodies of a sample.</summary>
    internal static InspectedWorld WorldOf(RunPlan plan, long sample) => new CousinWorlds(plan.Scene.Scene, plan.Scenario.Physics ?? s_usual).Inspect(plan.Cousins.Sample(sample));
}
