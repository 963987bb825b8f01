using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>What no sample may be, or every sample must be. One that breaks a rule is drawn again.</summary>
/// <param name="IsForbidden">Whether the conditions must not hold together; else all of them must hold.</param>
/// <param name="Conditions">At least one.</param>
/// <param name="When">The rule is for samples in which these hold; empty is for all.</param>
/// <param name="Index">Its place in the scenario, from 0.</param>
/// <param name="Position">Where it was written.</param>
public sealed record SamplingRule(bool IsForbidden, IReadOnlyList<DrawCondition> Conditions, IReadOnlyList<DrawCondition> When, int Index, SourcePosition Position)
{
    /// <summary>The draws that it looks at, each once.</summary>
    public IReadOnlyList<string> Draws { get; } = [.. When.Concat(Conditions).SelectMany(condition => condition.Draws).Distinct(StringComparer.Ordinal)];

    internal bool IsBroken(IReadOnlyDictionary<string, JsonValue> draws) =>
        When.All(condition => condition.Holds(draws)) && Conditions.All(condition => condition.Holds(draws)) == IsForbidden;

    /// <summary>Whether every sample in these bins breaks it; bins that are not known may be any.</summary>
    internal bool IsBrokenFor(Func<string, BinValues?> binOf) =>
        DrawCondition.All(When.Select(condition => condition.HoldsFor(binOf))) == true
        && DrawCondition.All(Conditions.Select(condition => condition.HoldsFor(binOf))) == IsForbidden;
}
