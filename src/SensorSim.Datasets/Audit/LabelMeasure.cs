using System.Globalization;

namespace SensorSim.Datasets.Audit;

/// <summary>A number that labels tell of every visible object, and the bins that it is sorted into.</summary>
internal sealed record LabelMeasure
{
    public required string Name { get; init; }

    /// <summary>"m", "px", "deg"; empty for shares.</summary>
    public string Unit { get; init; } = "";

    /// <summary>The key of an object's record without which it cannot be told.</summary>
    public required string NeededLabel { get; init; }

    public required Func<ObjectSighting, double?> Of { get; init; }

    /// <summary>Ascending; a number that is an edge is in the bin above.</summary>
    public required IReadOnlyList<double> Edges { get; init; }

    /// <summary>One more than edges; null where the bins are called by their edges.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>Whether the numbers have an order without an end that is also a beginning.</summary>
    public bool HasQuantiles { get; init; } = true;

    public int BinCount => Edges.Count + 1;

    public int BinOf(double value) => Edges.Count(edge => value >= edge);

    public string LabelOf(int bin) => Names?[bin] ?? Range(bin, bin);

    /// <summary>Bins without a count in words, neighbours as one: "from 5 m", "back".</summary>
    /// <param name="counts">Of each bin, not all 0.</param>
    public IReadOnlyList<string> Gaps(IReadOnlyList<long> counts)
    {
        var gaps = new List<string>();
        for (int bin = 0; bin < counts.Count; bin++)
        {
            int first = bin;
            if (counts[bin] > 0) continue;
            while (Names is null && bin + 1 < counts.Count && counts[bin + 1] == 0) bin++;
            gaps.Add(Names is null ? $"{Range(first, bin)}{(Unit.Length > 0 ? " " : "")}{Unit}" : LabelOf(bin));
        }

        return gaps;
    }

    private string Range(int first, int last) =>
        first == 0 ? $"below {Edge(last)}"
        : last == Edges.Count ? $"from {Edge(first - 1)}"
        : $"{Edge(first - 1)} to {Edge(last)}";

    private string Edge(int index) => Edges[index].ToString(CultureInfo.InvariantCulture);
}
