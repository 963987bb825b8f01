namespace SensorSim.Rendering.Planning;

/// <summary>Objects whose bits fit into memory together.</summary>
/// <param name="Draws">What to draw.</param>
/// <param name="IsOutside">On the wide canvas, counting outside the image; else on the image.</param>
/// <param name="Words">32-bit words of the bits.</param>
/// <param name="FirstWord">Words of the chunks before.</param>
/// <param name="FirstEntry">First of its entries in the list of drawn objects.</param>
/// <param name="FirstRegion">Region of that entry.</param>
internal sealed record CoverageChunk(Draw[] Draws, bool IsOutside, int Words, long FirstWord, int FirstEntry, int FirstRegion)
{
    /// <summary>What is drawn instead for a camera with a lens.</summary>
    public IReadOnlyList<CoverageFace> Faces { get; init; } = [];

    /// <summary>Objects, each with a region.</summary>
    public int Objects { get; init; }

    /// <summary>Rows that are drawn: the first, and the one after the last; null is all.</summary>
    public (int First, int End)? Rows { get; init; }

    /// <summary>All of them.</summary>
    public CountedRegions Counted => new(FirstRegion, Objects, LargestArea);

    /// <summary>Pixels of the largest of these regions.</summary>
    public int LargestArea { get; init; }
}
