using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>Draws one sample until its cousin can be made and keeps every rule.</summary>
internal static class RedrawnSample
{
    /// <summary>After so many cousins that break a rule, the rule is taken to be impossible.</summary>
    public const int MaximumAttempts = 100;

    /// <summary>After so many that cannot be made, which costs time, none can.</summary>
    public const int MaximumUnmade = 12;

    /// <summary>The first draw whose cousin may be, with the rules that all draws so far broke, and its cousin, which says what was refused before.</summary>
    /// <param name="sample">From 0.</param>
    /// <param name="draw">Values by the number of their first attempt.</param>
    /// <param name="assemble">Makes a cousin, or says why it cannot be.</param>
    /// <param name="rules">What it must keep.</param>
    /// <param name="isOfTwin">Whether the scene itself breaks a rule, for the error.</param>
    /// <exception cref="ScenarioException">Too many cousins were refused: names what refused most.</exception>
    public static (DrawnSample Drawn, SceneInstance Cousin) Of(
        long sample, Func<int, DrawnSample> draw, Func<DrawnSample, (SceneInstance Cousin, Refusal? Refusal)> assemble, IReadOnlyList<ICousinRule> rules, Func<ICousinRule, bool> isOfTwin)
    {
        var refused = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var errors = new Dictionary<string, Func<string, ScenarioError>>(StringComparer.Ordinal);
        var broken = new List<int>();
        for (int next = 0, unmade = 0; refused.Values.Sum() < MaximumAttempts && unmade < MaximumUnmade;)
        {
            DrawnSample drawn = draw(next);
            broken.AddRange(drawn.BrokenRules);
            (SceneInstance cousin, Refusal? refusal) = assemble(drawn);
            unmade += refusal is null ? 0 : 1;
            if ((refusal is null ? FirstBroken(rules, cousin, isOfTwin) : (refusal.What, refusal.ErrorOf)) is not { } refusing)
            {
                return (drawn with { BrokenRules = broken }, cousin with { Redrawn = refused });
            }

            refused[refusing.What] = refused.GetValueOrDefault(refusing.What) + 1;
            errors[refusing.What] = refusing.ErrorOf;
            next = drawn.NextAttempt;
        }

        string worst = refused.OrderByDescending(one => one.Value).First().Key;
        throw new ScenarioException([errors[worst](FormattableString.Invariant($"sample {sample} was drawn {refused.Values.Sum()} times without success ({Counts(refused)})"))]);
    }

    private static (string What, Func<string, ScenarioError> ErrorOf)? FirstBroken(IReadOnlyList<ICousinRule> rules, SceneInstance cousin, Func<ICousinRule, bool> isOfTwin)
    {
        foreach (ICousinRule rule in rules)
        {
            if (rule.BrokenBy(cousin) is { } what)
            {
                return (what, problem => rule.Starved(problem, isOfTwin(rule)));
            }
        }

        return null;
    }

    private static string Counts(OrderedDictionary<string, int> refused) =>
        string.Join(", ", refused.Take(6).Select(one => FormattableString.Invariant($"{one.Key}: {one.Value}"))) + (refused.Count > 6 ? ", …" : "");
}
