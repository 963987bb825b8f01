using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>Draws one sample until its cousin keeps every rule.</summary>
internal static class RedrawnSample
{
    /// <summary>After so many a rule is taken to be impossible.</summary>
    public const int MaximumAttempts = 100;

    /// <summary>The first draw whose cousin may be, and its cousin, which says what was refused before.</summary>
    /// <param name="sample">From 0.</param>
    /// <param name="draw">Values by the number of their first attempt.</param>
    /// <param name="assemble">Makes a cousin.</param>
    /// <param name="rules">What it must keep.</param>
    /// <exception cref="ScenarioException">Too many cousins were refused: names the rule that refused most.</exception>
    public static (DrawnSample Drawn, SceneInstance Cousin) Of(long sample, Func<int, DrawnSample> draw, Func<DrawnSample, SceneInstance> assemble, IReadOnlyList<ICousinRule> rules)
    {
        var refused = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        var by = new Dictionary<string, ICousinRule>(StringComparer.Ordinal);
        int next = 0;
        for (int attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            DrawnSample drawn = draw(next);
            SceneInstance cousin = assemble(drawn);
            if (FirstBroken(rules, cousin) is not { } broken)
            {
                return (drawn, cousin with { Redrawn = refused });
            }

            refused[broken.What] = refused.GetValueOrDefault(broken.What) + 1;
            by[broken.What] = broken.Rule;
            next = drawn.NextAttempt;
        }

        string worst = refused.OrderByDescending(one => one.Value).First().Key;
        string counts = string.Join(", ", refused.Select(one => FormattableString.Invariant($"{one.Key}: {one.Value}")));
        throw new ScenarioException([by[worst].Starved(FormattableString.Invariant($"sample {sample} found no cousin that keeps it in {MaximumAttempts} attempts ({counts})"))]);
    }

    private static (ICousinRule Rule, string What)? FirstBroken(IReadOnlyList<ICousinRule> rules, SceneInstance cousin)
    {
        foreach (ICousinRule rule in rules)
        {
            if (rule.BrokenBy(cousin) is { } what)
            {
                return (rule, what);
            }
        }

        return null;
    }
}
