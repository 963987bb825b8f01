using SensorSim.Scenes.Rays;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>
/// Added objects that touch each other and nothing that holds them: rows and stacks in the air. What touches something of the scene is held, and so is what stands on what is held, or hangs from it; not what is beside it on the same height.
/// </summary>
/// <param name="sample">The first one.</param>
/// <param name="footing">Of its scene.</param>
internal sealed class FloatingHeaps(FirstSample sample, Footing footing)
{
    /// <summary>What hangs in each heap, in the order of the scenario, and the nodes of it and of what is held beside it.</summary>
    public IEnumerable<(PlacedObject[] Hanging, int[] Nodes)> All()
    {
        Dictionary<int, int> owners = sample.Added.Index().SelectMany(one => one.Item.Nodes.Select(node => (node, one.Index))).ToDictionary();
        int[][] touched = [.. sample.Added.Select(one => footing.Touched(one.Node).ToArray())];
        ILookup<int, int> besides = Both(from one in sample.Added.Index() from node in touched[one.Index] where owners.ContainsKey(node) select (one.Index, owners[node])).ToLookup(pair => pair.Item1, pair => pair.Item2);
        double[] bottoms = [.. sample.Added.Select(one => one.Box.Min.Y)];
        IEnumerable<int> held = Enumerable.Range(0, touched.Length).Where(one => sample.Added[one].IsPutElsewhere || !touched[one].All(owners.ContainsKey));
        HashSet<int> met = Reached(held, one => besides[one].Where(other => Math.Abs(bottoms[other] - bottoms[one]) > Footing.TouchMetres));
        foreach (int first in besides.Select(beside => beside.Key).Order())
        {
            if (!met.Contains(first))
            {
                HashSet<int> heap = Reached([first], one => met.Contains(one) ? [] : besides[one]);
                yield return ([.. heap.Except(met).Order().Select(one => sample.Added[one])], [.. heap.SelectMany(one => sample.Added[one].Nodes)]);
                met.UnionWith(heap);
            }
        }
    }

    // A box may meet triangles whose own box meets none of its.
    private static IEnumerable<(int, int)> Both(IEnumerable<(int One, int Other)> pairs) => pairs.SelectMany(pair => new[] { (pair.One, pair.Other), (pair.Other, pair.One) });

    private static HashSet<int> Reached(IEnumerable<int> from, Func<int, IEnumerable<int>> next)
    {
        HashSet<int> reached = [.. from];
        for (var left = new Stack<int>(reached); left.TryPop(out int one);)
        {
            foreach (int other in next(one).Where(reached.Add))
            {
                left.Push(other);
            }
        }

        return reached;
    }
}
