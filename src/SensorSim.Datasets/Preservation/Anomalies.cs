namespace SensorSim.Datasets.Preservation;

/// <summary>Connected places of a <see cref="ResidualMap"/>, in cells of a few pixels, so that an edge between ids, where nothing is judged, does not cut them.</summary>
internal static class Anomalies
{
    private const int Cell = 4;
    private const float MostExcess = 4;

    /// <summary>The one with the greatest excess; none has an area of 0.</summary>
    public static Anomaly Largest(ResidualMap residuals, InstanceMap map)
    {
        int columns = (map.Width + Cell - 1) / Cell, rows = (map.Height + Cell - 1) / Cell;
        float[] areas = new float[columns * rows];
        for (int i = 0; i < areas.Length; i++)
            areas[i] = AreaOf(residuals, map, i % columns, i / columns);
        Anomaly largest = default;
        for (int i = 0; i < areas.Length; i++)
        {
            if (areas[i] > 0 && Take(residuals, map, areas, columns, i) is var found && found.Excess > largest.Excess)
                largest = found;
        }

        return largest;
    }

    // A cell counts where at least half of what is judged there is too much; what is not judged is as the rest of the cell.
    private static float AreaOf(ResidualMap residuals, InstanceMap map, int column, int row)
    {
        int judged = 0, hot = 0, size = 0;
        for (int y = row * Cell; y < Math.Min(map.Height, (row + 1) * Cell); y++)
        {
            for (int x = column * Cell; x < Math.Min(map.Width, (column + 1) * Cell); x++, size++)
            {
                float excess = residuals.Excess[(y * map.Width) + x];
                judged += excess >= 0 ? 1 : 0;
                hot += excess >= 1 ? 1 : 0;
            }
        }

        return judged >= size / 4 && 2 * hot >= judged ? (float)hot * size / judged : 0;
    }

    private static Anomaly Take(ResidualMap residuals, InstanceMap map, float[] areas, int columns, int start)
    {
        var open = new Stack<int>([start]);
        var cells = new List<int>();
        float area = areas[start];
        areas[start] = 0;
        while (open.TryPop(out int cell))
        {
            cells.Add(cell);
            for (int dy = -1; dy <= 1; dy++)
            {
                for (int dx = -1; dx <= 1; dx++)
                {
                    int x = (cell % columns) + dx, next = cell + (dy * columns) + dx;
                    if (x < 0 || x >= columns || next < 0 || next >= areas.Length || areas[next] <= 0)
                        continue;
                    area += areas[next];
                    areas[next] = 0;
                    open.Push(next);
                }
            }
        }

        return Describe(residuals, map, cells, columns, (int)MathF.Round(area));
    }

    private static Anomaly Describe(ResidualMap residuals, InstanceMap map, List<int> cells, int columns, int area)
    {
        int left = cells.Min(cell => cell % columns) * Cell, top = cells.Min(cell => cell / columns) * Cell;
        int right = Math.Min(map.Width, (cells.Max(cell => cell % columns) + 1) * Cell), bottom = Math.Min(map.Height, (cells.Max(cell => cell / columns) + 1) * Cell);
        var pixels = cells.SelectMany(cell => PixelsOf(cell, columns, map)).Where(pixel => residuals.Excess[pixel] >= 1).ToList();
        int id = pixels.GroupBy(pixel => map.Ids[pixel]).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        return new(area, area * pixels.Average(pixel => MathF.Min(residuals.Excess[pixel], MostExcess)), pixels.Average(pixel => residuals.Strength[pixel]), left, top, right - left, bottom - top, id);
    }

    private static IEnumerable<int> PixelsOf(int cell, int columns, InstanceMap map)
    {
        for (int y = cell / columns * Cell; y < Math.Min(map.Height, ((cell / columns) + 1) * Cell); y++)
        {
            for (int x = cell % columns * Cell; x < Math.Min(map.Width, ((cell % columns) + 1) * Cell); x++)
                yield return (y * map.Width) + x;
        }
    }
}
