namespace SensorSim.Scenes.Cousins.Strategies;

/// <summary>Says which assignments of bins the rules of a scenario leave possible. Implementations are pure: the same question has the same answer.</summary>
public interface IFeasibility
{
    /// <summary>Everything is possible.</summary>
    static IFeasibility Everything { get; } = new ForbiddenCombinations([], []);

    /// <summary>Whether the open factors can be given bins such that the whole row is allowed.</summary>
    /// <param name="row">One bin for each factor; <see cref="CoveringArray.Open"/> where none is chosen yet.</param>
    bool CanComplete(ReadOnlySpan<int> row);
}
