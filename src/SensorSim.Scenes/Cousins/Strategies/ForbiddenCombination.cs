namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>
/// Rows in which each of some factors has one of its listed bins are not allowed. "c needs S when a is T" forbids a in T together with c outside S.
/// </summary>
/// <param name="Factors">Indices of factors, each once; none forbids everything.</param>
/// <param name="Bins">For each of these factors the bins that make up the combination.</param>
public sealed record ForbiddenCombination(IReadOnlyList<int> Factors, IReadOnlyList<IReadOnlyList<int>> Bins)
{
    /// <summary>Forbids one tuple.</summary>
    public static ForbiddenCombination Of(BinTuple tuple)
    {
        ArgumentNullException.ThrowIfNull(tuple);
        return new(tuple.Factors, [.. tuple.Bins.Select(bin => (int[])[bin])]);
    }
}
