namespace SensorSim.Scenes.Coverage;

/// <summary>One parameter whose values are sorted into bins.</summary>
/// <param name="Name">"lights.ceiling_2.intensity".</param>
/// <param name="BinLabels">What each bin is called; there is at least one.</param>
/// <param name="Probabilities">How likely each bin is in the declared distribution; together 1.</param>
public sealed record BinnedParameter(string Name, IReadOnlyList<string> BinLabels, IReadOnlyList<double> Probabilities)
{
    /// <summary>The declared share of values up to a value, continuous and increasing; null for what is chosen from a list.</summary>
    public Func<double, double>? Cumulative { get; init; }

    /// <summary>Whether samples can be compared with the probabilities; not where other parameters or rules decide.</summary>
    public bool HasDeclaredShares { get; init; } = true;

    /// <summary>A parameter whose bins are equally likely.</summary>
    public static BinnedParameter Uniform(string name, IReadOnlyList<string> binLabels)
    {
        ArgumentNullException.ThrowIfNull(binLabels);
        return new(name, binLabels, [.. Enumerable.Repeat(1.0 / binLabels.Count, binLabels.Count)]);
    }
}
