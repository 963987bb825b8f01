using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Scenarios.Variation;

/// <summary>How the draws of samples relate to each other.</summary>
public abstract record SamplingStrategy
{
    private SamplingStrategy()
    {
    }

    /// <summary>As a scenario writes it.</summary>
    public string Name => this switch
    {
        LatinHypercube => "latin_hypercube",
        Sobol => "sobol",
        Boundary => "boundary",
        CoveringArray { Strength: 2, Stronger.Count: 0, First.Count: 0 } => "pairwise",
        CoveringArray { Strength: 3, Stronger.Count: 0, First.Count: 0 } => "threeway",
        CoveringArray => "covering_array",
        Adaptive => "adaptive",
        _ => "independent",
    };

    /// <summary>Each draw by itself, addressed by (seed, sample, name).</summary>
    public sealed record Independent : SamplingStrategy;

    /// <summary>Each draw in as many strata as there are samples, each once.</summary>
    public sealed record LatinHypercube : SamplingStrategy;

    /// <summary>A low-discrepancy sequence.</summary>
    public sealed record Sobol : SamplingStrategy;

    /// <summary>The middle, then each draw at its ends, then corners.</summary>
    public sealed record Boundary : SamplingStrategy;

    /// <summary>Every combination of the bins of any few draws occurs.</summary>
    /// <param name="Strength">Of how many draws; 2 is pairwise.</param>
    public sealed record CoveringArray(int Strength) : SamplingStrategy
    {
        /// <summary>Groups of draws of which more are combined.</summary>
        public IReadOnlyList<StrongerDraws> Stronger { get; init; } = [];

        /// <summary>Samples that come first, each a value for some draws.</summary>
        public IReadOnlyList<FirstSample> First { get; init; } = [];
    }

    /// <summary>Fills first what an earlier dataset has least of.</summary>
    /// <param name="Dataset">Its folder, relative to the file.</param>
    /// <param name="Position">Where it was written.</param>
    public sealed record Adaptive(string Dataset, SourcePosition Position) : SamplingStrategy;

    /// <summary>Draws of which more are combined than of the others.</summary>
    /// <param name="Draws">Their names.</param>
    /// <param name="Strength">Above that of the array.</param>
    /// <param name="Position">Where it was written.</param>
    public sealed record StrongerDraws(IReadOnlyList<string> Draws, int Strength, SourcePosition Position);

    /// <summary>A sample that a covering array begins with.</summary>
    /// <param name="Values">Draw → value.</param>
    /// <param name="Position">Where it was written.</param>
    public sealed record FirstSample(IReadOnlyDictionary<string, JsonValue> Values, SourcePosition Position);
}
