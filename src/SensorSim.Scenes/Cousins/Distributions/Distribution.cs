using System.Text.Json.Nodes;

namespace SensorSim.Scenes.Cousins.Distributions;

/// <summary>What a draw takes its values from. Immutable; a draw is a pure function of one uniform number.</summary>
public abstract record Distribution
{
    private protected Distribution()
    {
    }

    /// <summary>Bins for coverage: each value of a choice, or parts of a continuous range.</summary>
    public abstract int BinCount { get; }

    /// <summary>The value at <paramref name="uniform"/>, between 0 and 1, both excluded: a JSON number, truth value or text.</summary>
    public abstract JsonValue ValueAt(double uniform);

    /// <summary>The bin of a drawn value, from 0.</summary>
    /// <exception cref="ArgumentException">The distribution cannot give this value.</exception>
    public abstract int BinOf(JsonValue value);
}
