using System.Text.Json.Nodes;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins.Rules;

/// <summary>What one draw must be.</summary>
/// <param name="Draw">The draw's name.</param>
/// <param name="Tests">All must hold.</param>
/// <param name="Position">Where it was written.</param>
public sealed record DrawCondition(string Draw, IReadOnlyList<ValueTest> Tests, SourcePosition Position)
{
    /// <summary>The draws that it looks at.</summary>
    public IEnumerable<string> Draws => Tests.Select(test => test.OtherDraw).OfType<string>().Prepend(Draw);

    internal bool Holds(IReadOnlyDictionary<string, JsonValue> draws) =>
        Tests.All(test => test.Holds(draws[Draw], test.OtherDraw is { } other ? draws[other] : null));

    /// <summary>True for everything in the bins, false for nothing in them, null for some or where a bin is not known.</summary>
    internal bool? HoldsFor(Func<string, BinValues?> binOf) =>
        binOf(Draw) is { } bin ? All(Tests.Select(test => test.OtherDraw is { } name ? binOf(name) is { } other ? test.HoldsFor(bin, other) : null : test.HoldsFor(bin, null))) : null;

    /// <summary>Three-valued and.</summary>
    internal static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = true;
        foreach (bool? part in parts)
        {
            all = part == false || all == false ? false : part is null ? null : all;
        }

        return all;
    }
}
