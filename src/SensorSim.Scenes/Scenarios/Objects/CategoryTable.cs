using System.Text.Json.Nodes;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Scenarios.Objects;

/// <summary>The categories of a scene, and which one each object has.</summary>
/// <param name="Names">The name of category id is at id - 1; 0 is unlabelled.</param>
/// <param name="IdByInstance">The category id of instance i is at i - 1.</param>
public sealed record CategoryTable(IReadOnlyList<string> Names, IReadOnlyList<int> IdByInstance)
{
    /// <summary>The semantic image has 16 bits.</summary>
    public const int MaximumCount = 65535;

    /// <summary>The category id of an object; 0 is unlabelled.</summary>
    public int Of(Instance instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        return IdByInstance[instance.Id - 1];
    }

    /// <summary>Numbers categories from 1: the declared ones in their order, then the rest in ordinal order.</summary>
    public static CategoryTable Of(Scene scene, IReadOnlyList<Instance> instances, CategoryRules rules)
    {
        ArgumentNullException.ThrowIfNull(scene);
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(rules);
        string?[] byInstance = [.. instances.Select(i => FromExtras(scene, i.Node, rules.ExtrasKey) ?? FromName(i, rules))];
        string[] names =
        [
            .. rules.Names,
            .. byInstance.OfType<string>().Distinct(StringComparer.Ordinal).Except(rules.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        var ids = names.Index().ToDictionary(n => n.Item, n => n.Index + 1, StringComparer.Ordinal);
        return new(names, [.. byInstance.Select(name => name is null ? 0 : ids[name])]);
    }

    /// <summary>The node's own word, else that of its nearest ancestor that has one.</summary>
    private static string? FromExtras(Scene scene, int node, string key)
    {
        for (int? n = node; n is int i; n = scene.Nodes[i].Parent)
        {
            if (scene.Nodes[i].Extras?[key] is JsonValue value && value.TryGetValue(out string? category) && category.Length > 0)
            {
                return category;
            }
        }

        return null;
    }

    private static string? FromName(Instance instance, CategoryRules rules)
    {
        string stem = instance.Name.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '_', '-', '.', ' ');
        return !rules.NodeNameFallback ? null : stem.Length > 0 ? stem : instance.Name;
    }
}
