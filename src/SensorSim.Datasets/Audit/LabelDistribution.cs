namespace SensorSim.Datasets.Audit;

/// <summary>How one measure of labels is spread over a category's visible objects.</summary>
/// <param name="Name">"area", "box_side", "visibility", "truncation", "distance", "azimuth", "elevation".</param>
/// <param name="Unit">Of the quantiles; empty for shares.</param>
/// <param name="Bins">In ascending order; the sectors of an azimuth go around from the front over the left.</param>
/// <param name="Gaps">Bins without an object, in words, neighbours as one; none where nothing was measured.</param>
public sealed record LabelDistribution(string Name, string Unit, IReadOnlyList<LabelBin> Bins, IReadOnlyList<string> Gaps)
{
    /// <summary>Objects that could be measured.</summary>
    public long Measured => Bins.Sum(bin => bin.Count);

    /// <summary>Null where nothing was measured, and for angles that go around.</summary>
    public Quantiles? Quantiles { get; init; }

    /// <summary>Where no visible object could be measured: the key that their records lack.</summary>
    public string? MissingLabel { get; init; }

    /// <summary>Objects in a bin.</summary>
    public long CountOf(string bin) => Bins.Single(one => one.Label == bin).Count;
}
