namespace SensorSim.Datasets.Preservation;

/// <summary>
/// How much an object's outline stands out, before and after: pieces of outline, each of one neighbour and one tile, with the mean colour just inside minus
/// just outside, so that noise and fine texture average out.
/// </summary>
internal sealed class OutlineContrast
{
    private const int Tile = 8;
    private const int FewestEdges = 3;

    private readonly Dictionary<(int Neighbour, int Tile), Piece> _pieces = [];

    private OutlineContrast()
    {
    }

    /// <summary>Contrast before and after, 0 to 1 of the encoded range, and the edges, of each piece.</summary>
    public IEnumerable<(double Before, double After, List<LabelEdge> Edges)> Pieces => _pieces.Values.Where(piece => piece.Edges.Count >= FewestEdges).Select(piece => (piece.Contrast(0), piece.Contrast(3), piece.Edges));

    public static OutlineContrast Of(ColorImage before, ColorImage after, InstanceMap map, List<LabelEdge> outline)
    {
        var contrast = new OutlineContrast();
        foreach (LabelEdge edge in outline)
            contrast.Add(before, after, map, edge);
        return contrast;
    }

    private void Add(ColorImage before, ColorImage after, InstanceMap map, LabelEdge edge)
    {
        int step = edge.Inside - edge.Outside, inside = Away(map, edge.Inside, step), outside = Away(map, edge.Outside, -step);
        int x = edge.Inside % map.Width / Tile, y = edge.Inside / map.Width / Tile;
        (int, int) key = (map.Ids[edge.Outside], (y * map.Width) + x);
        if (!_pieces.TryGetValue(key, out Piece? piece))
            _pieces.Add(key, piece = new());
        for (int k = 0; k < 3; k++)
        {
            piece.Sums[k] += before.Channels[k][inside] - before.Channels[k][outside];
            piece.Sums[k + 3] += after.Channels[k][inside] - after.Channels[k][outside];
        }

        piece.Edges.Add(edge);
    }

    // Pixels at the edge itself are mixed: two further, where the object is that wide.
    private static int Away(InstanceMap map, int pixel, int step)
    {
        int at = pixel;
        for (int k = 0; k < 2; k++)
        {
            int next = at + step, x = at % map.Width;
            if (next < 0 || next >= map.Ids.Length || (step == 1 && x == map.Width - 1) || (step == -1 && x == 0) || map.Ids[next] != map.Ids[pixel])
                break;
            at = next;
        }

        return at;
    }

    private sealed class Piece
    {
        public double[] Sums { get; } = new double[6];

        public List<LabelEdge> Edges { get; } = [];

        public double Contrast(int first) => Math.Sqrt(((Sums[first] * Sums[first]) + (Sums[first + 1] * Sums[first + 1]) + (Sums[first + 2] * Sums[first + 2])) / 3) / Edges.Count;
    }
}
