using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Scenes.Cousins.Binding;

/// <summary>What a scenario may do with objects that joints place: a skeleton goes along with its object, unless another object would be seen to move too.</summary>
internal static class SkeletonRules
{
    /// <summary>Why one of some objects cannot be moved; null when all can.</summary>
    /// <param name="at">Where it is asked for.</param>
    /// <param name="key">Under which key.</param>
    /// <param name="scene">Whose objects.</param>
    /// <param name="names">Of the scene.</param>
    /// <param name="things">Names of what is to be moved.</param>
    public static ScenarioError? Moving(SourcePosition at, string key, Scene scene, SceneNames names, IEnumerable<string> things)
    {
        if (scene.Skins.Count == 0)
        {
            return null;
        }

        foreach (Instance thing in things.SelectMany(name => names.Objects.Where(thing => thing.Name == name)))
        {
            if (CarriedSkeletons.SharedWith(scene, thing.Node) is { } shared)
            {
                string other = names.Objects.First(one => one.Node == shared).Name;
                return new(at, key, $"'{thing.Name}' is placed by joints that '{other}' shares, so that one cannot move without the other", "an object with a skeleton of its own: join the meshes in the scene's file, or let its animation move them");
            }
        }

        return null;
    }

    /// <summary>Why an object cannot be put down by rule; null when it can.</summary>
    public static ScenarioError? Placing(SourcePosition at, string key, Scene scene, Instance thing) => scene.Nodes[thing.Node].Skin is null
        ? null
        : new(at, key, $"'{thing.Name}' is placed by the joints of its skin and has no fixed shape to stand on", "objects of a fixed shape; offset_x_m, offset_z_m and yaw_deg move this one");
}
