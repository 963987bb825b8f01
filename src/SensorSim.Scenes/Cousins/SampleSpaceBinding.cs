using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Randomness;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Cousins.Rules;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Variation;

namespace SensorSim.Scenes.Cousins;

/// <summary>What a scenario says about its draws, resolved against the draws that there are.</summary>
internal sealed class SampleSpaceBinding
{
    /// <summary>A scenario with more errors has no mistyped names.</summary>
    private const int MostNearest = 20;

    private readonly Dictionary<string, BoundDraw> _draws;
    private readonly List<ScenarioError> _errors = [];
    private readonly bool _missesDraws;

    private SampleSpaceBinding(CousinSettings cousins, IReadOnlyList<BoundDraw> draws) =>
        (_draws, _missesDraws) = (draws.ToDictionary(draw => draw.Name, StringComparer.Ordinal), cousins.MissesDraws);

    /// <summary>The space, and what does not fit; null when something does not.</summary>
    public static (SampleSpace? Space, IReadOnlyList<ScenarioError> Errors) Of(CousinSettings cousins, IReadOnlyList<BoundDraw> draws)
    {
        var binding = new SampleSpaceBinding(cousins, draws);
        foreach (VaryRule vary in cousins.Vary)
        {
            binding.CheckAll(vary.Cases.SelectMany(one => one.If), $"{vary.Path}.when");
        }

        foreach (SamplingRule rule in cousins.Rules)
        {
            binding.CheckAll(rule.Conditions.Concat(rule.When), FormattableString.Invariant($"cousins.rules[{rule.Index}]"));
        }

        binding.CheckGroups(cousins);
        binding.CheckStrategy(cousins.Strategy, cousins.StrategyPosition);
        binding.CheckOrder(cousins, draws);
        return binding._errors.Count > 0 ? (null, binding._errors) : (new(draws) { Rules = cousins.Rules, Correlations = cousins.Correlated }, []);
    }

    private void CheckAll(IEnumerable<DrawCondition> conditions, string key)
    {
        foreach (DrawCondition condition in conditions)
        {
            foreach (string name in condition.Draws.Where(name => !_draws.ContainsKey(name)))
            {
                AddUnknown(name, condition.Position, key);
            }

            if (_draws.TryGetValue(condition.Draw, out BoundDraw? draw))
            {
                Check(condition, draw, key);
            }
        }
    }

    private void Check(DrawCondition condition, BoundDraw draw, string key)
    {
        foreach (OneOfTest test in condition.Tests.OfType<OneOfTest>())
        {
            if (draw.Distributions.OfType<ContinuousDistribution>().Any())
            {
                _errors.Add(new(condition.Position, key, $"'{draw.Name}' is drawn from a range and hardly ever equals a value", "{ above: number }, { below: number }"));
            }
            else if (test.Values.FirstOrDefault(value => draw.Giving(value) is null) is { } never)
            {
                _errors.Add(new(condition.Position, key, $"'{draw.Name}' is never {never.ToJsonString()}", ValuesOf(draw)));
            }
        }

        foreach (string name in condition.Tests.OfType<ComparisonTest>().SelectMany(test => test.OtherDraw is { } other ? [draw.Name, other] : new[] { draw.Name }))
        {
            if (_draws.TryGetValue(name, out BoundDraw? compared) && !compared.Distributions.All(IsNumeric))
            {
                _errors.Add(new(condition.Position, key, $"'{name}' is no number", "values to compare with: a value or a list"));
            }
        }
    }

    private void CheckGroups(CousinSettings cousins)
    {
        var groupOf = new HashSet<string>(StringComparer.Ordinal);
        foreach ((int i, CorrelatedDraws group) in cousins.Correlated.Index())
        {
            string key = FormattableString.Invariant($"cousins.correlated[{i}]");
            foreach (string name in group.Draws)
            {
                if (!_draws.ContainsKey(name))
                {
                    AddUnknown(name, group.Position, key);
                }
                else if (!groupOf.Add(name))
                {
                    _errors.Add(new(group.Position, key, $"'{name}' is in two groups", "each draw in one group"));
                }
            }

            if (cousins.Strategy is not (SamplingStrategy.Independent or SamplingStrategy.LatinHypercube or SamplingStrategy.Sobol))
            {
                _errors.Add(new(group.Position, key, "this strategy chooses the bins of each draw by itself", "strategy independent, latin_hypercube or sobol; or rules instead of a correlation"));
            }
        }
    }

    private void CheckStrategy(SamplingStrategy strategy, SourcePosition position)
    {
        if (strategy is SamplingStrategy.Sobol && _draws.Count > SobolSequence.Dimensions)
        {
            _errors.Add(new(position, "cousins.strategy", FormattableString.Invariant($"sobol has {SobolSequence.Dimensions} dimensions, and there are {_draws.Count} draws"), "latin_hypercube"));
        }

        if (strategy is not SamplingStrategy.CoveringArray array)
        {
            return;
        }

        foreach (SamplingStrategy.StrongerDraws group in array.Stronger)
        {
            foreach (string name in group.Draws.Where(name => !_draws.ContainsKey(name)))
            {
                AddUnknown(name, group.Position, "cousins.strategy.covering_array.stronger");
            }
        }

        foreach (SamplingStrategy.FirstSample sample in array.First)
        {
            foreach ((string name, JsonValue value) in sample.Values)
            {
                CheckFirst(sample, name, value);
            }
        }
    }

    private void CheckFirst(SamplingStrategy.FirstSample sample, string name, JsonValue value)
    {
        const string key = "cousins.strategy.covering_array.first";
        if (!_draws.TryGetValue(name, out BoundDraw? draw))
        {
            AddUnknown(name, sample.Position, key);
        }
        else if (draw.Giving(value) is null)
        {
            _errors.Add(new(sample.Position, key, $"'{name}' is never {value.ToJsonString()}", ValuesOf(draw)));
        }
    }

    private void CheckOrder(CousinSettings cousins, IReadOnlyList<BoundDraw> draws)
    {
        if (DrawOrder.Of(draws, out string? circle) is null)
        {
            SourcePosition position = cousins.Vary.First(vary => vary.Cases.Count > 0).KeyPosition;
            _errors.Add(new(position, "cousins.vary", $"what '{circle}' is drawn from depends, over 'when', on itself", "cases that look at draws without a way back"));
        }
    }

    private void AddUnknown(string name, SourcePosition position, string key)
    {
        if (!_missesDraws)
        {
            _errors.Add(new(position, key, $"no draw is called '{name}'", "the name of a draw of cousins.vary, with the thing's name in place of a pattern", _errors.Count < MostNearest ? NearestName.Of(name, _draws.Keys) : null));
        }
    }

    private static bool IsNumeric(Distribution distribution) => distribution is not ChoiceDistribution choice || choice.Values.All(value => ValueRule.NumberOf(value) is not null);

    private static string ValuesOf(BoundDraw draw) => string.Join(", ", draw.Distributions.SelectMany(distribution => distribution switch
    {
        ChoiceDistribution choice => choice.Values.Select(value => value.ToJsonString()),
        ContinuousDistribution continuous => [FormattableString.Invariant($"{continuous.Minimum:G6} to {continuous.Maximum:G6}")],
        _ => [],
    }).Distinct(StringComparer.Ordinal).Take(12));
}
