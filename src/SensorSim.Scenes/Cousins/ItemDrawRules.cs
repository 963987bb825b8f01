using SensorSim.Geometry;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>What may stand in for objects of a scene. A stand-in has its own size and shape: neither what deforms nor what carries other objects can be replaced.</summary>
internal sealed class ItemDrawRules(Scene scene, SceneNames names)
{
    private readonly Lazy<Matrix4x4d[]> _world = new(() => scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]));

    /// <summary>What one object is drawn from, and what keeps it from that.</summary>
    /// <param name="thing">The object.</param>
    /// <param name="rule">Of its items.</param>
    /// <param name="path">Of the rule.</param>
    public (Distribution Items, ScenarioError? Error) Of(Instance thing, VaryRule rule, string path)
    {
        if (scene.Meshes[thing.Mesh].IsDeformable)
        {
            return (rule.Distribution, new(rule.KeyPosition, path, $"'{thing.Name}' deforms and cannot become another object", "objects of a fixed shape"));
        }

        if (names.Objects.FirstOrDefault(other => scene.Nodes[other.Node].Parent == thing.Node) is { } part)
        {
            return (rule.Distribution, new(rule.KeyPosition, path, $"'{thing.Name}' carries '{part.Name}', which cannot stay behind", "objects of one node"));
        }

        return rule.Selection is { SizeWithin: { } within } selection ? Fitting(thing, rule, selection.Category, within, path) : (rule.Distribution, null);
    }

    private (Distribution Items, ScenarioError? Error) Fitting(Instance thing, VaryRule rule, string category, double within, string path)
    {
        double longest = LongestOf(thing);
        var all = (ChoiceDistribution)rule.Distribution;
        double RatioOf(string item)
        {
            Vector3d size = ObjectLibrary.Of(item).SizeMetres;
            double own = Math.Max(size.X, Math.Max(size.Y, size.Z));
            return Math.Max(own, longest) / Math.Min(own, longest);
        }

        ChoiceDistribution fitting = new([.. all.Values.Where(item => RatioOf(item.GetValue<string>()) <= 1 + within)]);
        return fitting.Values.Count > 0
            ? (fitting, null)
            : (all, new(rule.ValuePosition, path, FormattableString.Invariant($"no {category} of the library is as long as '{thing.Name}' ({longest:G3} m) within {within:P0}"), FormattableString.Invariant($"size_within of at least {all.Values.Min(item => RatioOf(item.GetValue<string>())) - 1:G2}, or another category")));
    }

    private double LongestOf(Instance thing)
    {
        Vector3d size = MeshBox.Of(scene.Meshes[thing.Mesh], _world.Value[thing.Node]).Size;
        return Math.Max(size.X, Math.Max(size.Y, size.Z));
    }
}
