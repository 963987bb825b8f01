namespace SensorSim.Datasets.Preservation;

/// <summary>What is measured along one object's outline, where it stood out before.</summary>
internal sealed class OutlineMeasurement
{
    private readonly List<(double Before, double After, int Edges)> _pieces;

    private OutlineMeasurement(OutlineSearch search, OutlineSearch self, List<(double Before, double After, int Edges)> pieces) => (Search, Self, _pieces) = (search, self, pieces);

    /// <summary>Where the outline is now.</summary>
    public OutlineSearch Search { get; }

    /// <summary>The outline looked for in its own picture.</summary>
    public OutlineSearch Self { get; }

    /// <summary>Pairs of neighbouring pixels.</summary>
    public int Length => _pieces.Sum(piece => piece.Edges);

    /// <summary>Mean before, 0 to 1; 0 without outline.</summary>
    public double Contrast => _pieces.Count == 0 ? 0 : _pieces.Sum(piece => piece.Before * piece.Edges) / Length;

    /// <summary>After / before of each piece, with its length.</summary>
    public IEnumerable<(double Ratio, int Edges)> Ratios => _pieces.Select(piece => (piece.After / piece.Before, piece.Edges));

    public static OutlineMeasurement Of(GateMeasurement frame, int id, double leastContrast)
    {
        var contrast = OutlineContrast.Of(frame.Before, frame.After, frame.Map, frame.Edges.ByOwner[id]);
        var clear = contrast.Pieces.Where(piece => piece.Before >= leastContrast).ToList();
        int[] pixels = PixelsOf([.. clear.SelectMany(piece => piece.Edges)]);
        OutlineSearch search = new(), self = new();
        search.Add(frame.FieldBefore, frame.FieldAfter, pixels);
        self.Add(frame.FieldBefore, frame.FieldBefore, pixels);
        return new(search, self, [.. clear.Select(piece => (piece.Before, piece.After, piece.Edges.Count))]);
    }

    /// <summary>The median of ratios, each as often as its piece is long; null without any.</summary>
    public static double? Median(IEnumerable<(double Ratio, int Edges)> ratios)
    {
        (double Ratio, int Edges)[] sorted = [.. ratios.OrderBy(ratio => ratio.Ratio)];
        int half = sorted.Sum(ratio => ratio.Edges) / 2, passed = 0;
        foreach ((double ratio, int edges) in sorted)
        {
            passed += edges;
            if (passed > half)
                return ratio;
        }

        return null;
    }

    /// <summary>Share of the outline whose contrast, measured by a gain, is at least a share of what it was; null without outline.</summary>
    public double? Kept(double gain, double share) => _pieces.Count == 0 ? null : (double)_pieces.Where(piece => piece.After >= share * gain * piece.Before).Sum(piece => piece.Edges) / Length;

    /// <summary>The object's own pixel of each edge, sorted, each once: with the object, the edge moves.</summary>
    public static int[] InnerPixelsOf(List<LabelEdge> outline) => [.. outline.Select(edge => edge.Inside).Distinct().Order()];

    /// <summary>Both pixels of each edge, sorted, each once.</summary>
    public static int[] PixelsOf(List<LabelEdge> outline)
    {
        int[] pixels = new int[2 * outline.Count];
        for (int i = 0; i < outline.Count; i++)
            (pixels[2 * i], pixels[(2 * i) + 1]) = (outline[i].Inside, outline[i].Outside);
        Array.Sort(pixels);
        return [.. pixels.Distinct()];
    }
}
