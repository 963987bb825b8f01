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

    /// <summary>The first draw whose cousin may be, and its cousin, which says what was refused before.</summary>
    /// <param name="sample">From 0.</param>
    /// <param name="draw">Values by the number of their first attempt.</param>
    /// <param name="assemble">Makes a cousin, or says why it cannot be.</param>
    /// <param name="rules">What it must keep.</param>
    /// <exception cref="ScenarioException">Too many cousins were refused: names what refused most.</exception>
    public static (DrawnSample Drawn, SceneInstance Cousin) Of(
        long sample, Func<int, DrawnSample> draw, Func<DrawnSample, (SceneInstance Cousin, Refusal? Refusal)> assemble, IReadOnlyList<ICousinRule> rules)
    {
        var refused = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        int next = 0, unmade = 0;
        Dictionary<string, Func<string, ScenarioError>> errors = new(StringComparer.Ordinal);
        while (refused.Values.Sum() < MaximumAttempts && unmade < MaximumUnmade)
        {
            DrawnSample drawn = draw(next);
            (SceneInstance cousin, Refusal? refusal) = assemble(drawn);
            unmade += refusal is null ? 0 : 1;
            string? broken = refusal?.What;
            if (refusal is null)
            {
                ICousinRule? rule = rules.FirstOrDefault(rule => (broken = rule.BrokenBy(cousin)) is not null);
                if (rule is null)
                {
                    return (drawn, cousin with { Redrawn = refused });
                }

                errors[broken!] = rule.Starved;
            }
            else
            {
                errors[broken!] = problem => refusal.Error with { Problem = $"{refusal.Error.Problem}; {problem}" };
            }

            refused[broken!] = refused.GetValueOrDefault(broken!) + 1;
            next = drawn.NextAttempt;
        }

        string worst = refused.OrderByDescending(one => one.Value).First().Key;
        string counts = string.Join(", ", refused.Take(6).Select(one => FormattableString.Invariant($"{one.Key}: {one.Value}"))) + (refused.Count > 6 ? ", …" : "");
        throw new ScenarioException([errors[worst](FormattableString.Invariant($"sample {sample} was drawn {refused.Values.Sum()} times without success ({counts})"))]);
    }
}
