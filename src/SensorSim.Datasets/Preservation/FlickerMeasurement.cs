namespace SensorSim.Datasets.Preservation;

/// <summary>How much surfaces change between two frames, followed along the flow: mean change of each object in tiles, so that noise averages out.</summary>
internal static class FlickerMeasurement
{
    private const int Tile = 8;
    private const int FewestPixels = 16;

    /// <summary>Object id → RMS change over its tiles, 0 to 1 of the encoded range; NaN where no tile can be followed.</summary>
    /// <param name="first">The frame before.</param>
    /// <param name="second">This frame.</param>
    /// <param name="map">Ids of the frame before.</param>
    /// <param name="edges">Whose pixels mix two objects.</param>
    /// <param name="flow">From the frame before to this.</param>
    public static double[] Of(ColorImage first, ColorImage second, InstanceMap map, LabelEdges edges, FlowField flow)
    {
        double[] squares = new double[map.Count];
        int[] counts = new int[map.Count];
        for (int id = 0; id < map.Count; id++)
        {
            foreach (Change change in ChangesOf(first, second, map, edges, flow, id))
            {
                squares[id] += change.Square;
                counts[id]++;
            }
        }

        return [.. squares.Zip(counts, (square, count) => Math.Sqrt(square / count))];
    }

    private static IEnumerable<Change> ChangesOf(ColorImage first, ColorImage second, InstanceMap map, LabelEdges edges, FlowField flow, int id)
    {
        var tiles = new Dictionary<int, Change>();
        foreach (int pixel in map.PixelsOf(id))
        {
            if (edges.IdMask[pixel] || !flow.TryGet(pixel, out float u, out float v))
                continue;
            int tile = (pixel / map.Width / Tile * map.Width) + (pixel % map.Width / Tile);
            if (!tiles.TryGetValue(tile, out Change? change))
                tiles.Add(tile, change = new());
            for (int k = 0; k < 3; k++)
                change.Sums[k] += flow.Sample(second.Channels[k], pixel, u, v) - first.Channels[k][pixel];
            change.Count++;
        }

        return tiles.Values.Where(change => change.Count >= FewestPixels);
    }

    private sealed class Change
    {
        public double[] Sums { get; } = new double[3];

        public int Count { get; set; }

        public double Square => ((Sums[0] * Sums[0]) + (Sums[1] * Sums[1]) + (Sums[2] * Sums[2])) / (3.0 * Count * Count);
    }
}
