namespace SensorSim.Scenes.Cousins;

/// <summary>An order in which each draw comes behind those that its cases look at.</summary>
internal static class DrawOrder
{
    /// <summary>Indices of draws, or null where they depend on each other in a circle.</summary>
    /// <param name="draws">Cases may name draws that are not there; they are passed over.</param>
    /// <param name="circle">A draw of the circle.</param>
    public static IReadOnlyList<int>? Of(IReadOnlyList<BoundDraw> draws, out string? circle)
    {
        Dictionary<string, int> indexOf = draws.Index().ToDictionary(draw => draw.Item.Name, draw => draw.Index, StringComparer.Ordinal);
        int[][] looksAt = [.. draws.Select(draw => draw.Cases.SelectMany(one => one.If).SelectMany(condition => condition.Draws).Where(indexOf.ContainsKey).Select(name => indexOf[name]).ToArray())];
        var order = new List<int>();
        var visited = new Visit[draws.Count];
        for (int i = 0; i < draws.Count; i++)
        {
            if (Follow(i, looksAt, visited, order) is { } met)
            {
                circle = draws[met].Name;
                return null;
            }
        }

        circle = null;
        return order;
    }

    // Depth first with a stack of its own: a file may hold a chain of thousands. Gives a draw that leads back to itself.
    private static int? Follow(int first, int[][] looksAt, Visit[] visited, List<int> order)
    {
        var way = new Stack<int>([first]);
        while (way.TryPeek(out int draw))
        {
            if (visited[draw] == Visit.None)
            {
                visited[draw] = Visit.Begun;
                foreach (int next in looksAt[draw].Reverse())
                {
                    if (visited[next] == Visit.Begun)
                    {
                        return next;
                    }

                    way.Push(next);
                }
            }
            else
            {
                way.Pop();
                if (visited[draw] == Visit.Begun)
                {
                    visited[draw] = Visit.Done;
                    order.Add(draw);
                }
            }
        }

        return null;
    }

    private enum Visit
    {
        None,
        Begun,
        Done,
    }
}
