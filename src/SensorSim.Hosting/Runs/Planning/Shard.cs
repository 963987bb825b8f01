using System.Globalization;

namespace SensorSim.Hosting.Runs.Planning;

/// <summary>One of N equal parts of a run; <see cref="ShardFrames"/> says which frames that are.</summary>
/// <param name="Index">1 to <paramref name="Of"/>.</param>
/// <param name="Of">Number of shards.</param>
public sealed record Shard(int Index, int Of)
{
    /// <summary>The whole run.</summary>
    public static Shard Whole { get; } = new(1, 1);

    /// <summary>Reads "I/N".</summary>
    /// <exception cref="FormatException">Not two positive integers with I ≤ N.</exception>
    public static Shard Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && index >= 1 && index <= of
                ? new(index, of)
                : throw new FormatException($"'{text}' is not a shard; write I/N with 1 ≤ I ≤ N, for example 2/8.");
    }

    /// <summary>This shard's part of so many things: [First, End). Parts differ by one thing at most; with too few things some are empty.</summary>
    public (long First, long End) PartOf(long count) =>
        ((long)((Int128)count * (Index - 1) / Of), (long)((Int128)count * Index / Of));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Of}");
}
