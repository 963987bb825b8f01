namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Some factors with a bin for each: what t-way coverage counts.</summary>
/// <param name="Factors">Indices of factors, increasing.</param>
/// <param name="Bins">The bin of each of these factors, from 0.</param>
public sealed record BinTuple(IReadOnlyList<int> Factors, IReadOnlyList<int> Bins)
{
    /// <summary>Whether a row has these bins.</summary>
    public bool IsIn(IReadOnlyList<int> row)
    {
        ArgumentNullException.ThrowIfNull(row);
        for (int i = 0; i < Factors.Count; i++)
        {
            if (row[Factors[i]] != Bins[i])
            {
                return false;
            }
        }

        return true;
    }
}
