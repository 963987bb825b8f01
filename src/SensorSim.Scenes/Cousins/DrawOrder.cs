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
        var order = new List<int>();
        HashSet<int> open = [], done = [];
        circle = null;
        for (int i = 0; i < draws.Count && circle is null; i++)
        {
            circle = Visit(i);
        }

        return circle is null ? order : null;

        string? Visit(int draw)
        {
            if (done.Contains(draw))
            {
                return null;
            }

            if (!open.Add(draw))
            {
                return draws[draw].Name;
            }

            string? found = draws[draw].Cases.SelectMany(one => one.If).SelectMany(condition => condition.Draws)
                .Where(indexOf.ContainsKey).Select(name => Visit(indexOf[name])).FirstOrDefault(name => name is not null);
            done.Add(draw);
            order.Add(draw);
            return found;
        }
    }
}
