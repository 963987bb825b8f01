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

    /// <summary>The value at a share of all draws, between 0 and 1: a JSON number, truth value or text. 0 and 1 give the ends, or what stands for them.</summary>
    public abstract JsonValue ValueAt(double share);

    /// <summary>Values that show what it gives: each of a choice; of a range the ends that it has.</summary>
    public abstract IReadOnlyList<JsonValue> Extremes { get; }

    /// <summary>The bin of a drawn value, from 0.</summary>
    /// <exception cref="ArgumentException">The distribution cannot give this value.</exception>
    public abstract int BinOf(JsonValue value);

    /// <summary>The shares of a bin: <see cref="ValueAt"/> of a share between them lies in it.</summary>
    public abstract (double Low, double High) SharesOf(int bin);

    /// <summary>What a bin holds, for people: "night", "0.1 to 0.32".</summary>
    public abstract string LabelOf(int bin);
}
