using SensorSim.Scenes.Rays;

namespace SensorSim.Hosting.Runs.Planning.Warnings;

/// <summary>Added objects that touch each other and nothing that holds them: rows and stacks in the air.</summary>
/// <param name="sample">The first one.</param>
/// <param name="footing">Of its scene.</param>
internal sealed class FloatingHeaps(FirstSample sample, Footing footing)
{
    /// <summary>The objects of each heap, in the order of the scenario.</summary>
    public IEnumerable<PlacedObject[]> All()
    {
        Dictionary<int, int> owners = sample.Added.Index().SelectMany(one => one.Item.Nodes.Select(node => (node, one.Index))).ToDictionary();
        int[][] touched = [.. sample.Added.Select(one => footing.Touched(one.Node).ToArray())];
        ILookup<int, int> besides = Both(from one in sample.Added.Index() from node in touched[one.Index] where owners.ContainsKey(node) select (one.Index, owners[node])).ToLookup(pair => pair.Item1, pair => pair.Item2);
        IEnumerable<int> held = Enumerable.Range(0, touched.Length).Where(one => sample.Added[one].IsPutElsewhere || !touched[one].All(owners.ContainsKey));
        HashSet<int> met = Reached(held, besides);
        foreach (int first in besides.Select(beside => beside.Key).Order())
        {
            if (!met.Contains(first))
            {
                HashSet<int> heap = Reached([first], besides);
                met.UnionWith(heap);
                yield return [.. heap.Order().Select(one => sample.Added[one])];
            }
        }
    }

    // A box may meet triangles whose own box meets none of its.
    private static IEnumerable<(int, int)> Both(IEnumerable<(int One, int Other)> pairs) => pairs.SelectMany(pair => new[] { (pair.One, pair.Other), (pair.Other, pair.One) });

    private static HashSet<int> Reached(IEnumerable<int> from, ILookup<int, int> besides)
    {
        HashSet<int> reached = [.. from];
        for (var left = new Stack<int>(reached); left.TryPop(out int one);)
        {
            foreach (int other in besides[one].Where(reached.Add))
            {
                left.Push(other);
            }
        }

        return reached;
    }
}
