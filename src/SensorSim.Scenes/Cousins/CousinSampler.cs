using System.Text.Json.Nodes;
using SensorSim.Randomness;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Scenarios;

namespace SensorSim.Scenes.Cousins;

/// <summary>
/// The cousins of a scene: a pure function of scenario, seed and sample index. Each draw has the address (seed, sample, name),
/// so that any sample can be had by itself and a new draw changes no other.
/// </summary>
public sealed class CousinSampler
{
    private readonly CousinAssembly _assembly;
    private readonly ulong _seed;

    /// <exception cref="ScenarioException">The scenario does not fit the scene.</exception>
    public CousinSampler(Scenario scenario, Scene scene, ulong seed)
    {
        SceneBinding binding = SceneBinding.Of(scenario, scene);
        if (binding.Errors.Count > 0)
        {
            throw new ScenarioException(binding.Errors);
        }

        _seed = seed;
        _assembly = new(scene, scenario.Environment, binding.Waveforms, AnimationChoice.Of(scene, scenario.Animation)) { Sizes = binding.Sizes, EmissiveLights = scenario.EmissiveLights };
        Draws = binding.Draws;
        Waveforms = binding.Waveforms;
        Sizes = binding.Sizes;
    }

    /// <summary>What every sample draws, in the order of the file.</summary>
    public IReadOnlyList<BoundDraw> Draws { get; }

    /// <summary>Lamp name → waveform: with the environment and the draws, all that replay needs.</summary>
    public IReadOnlyDictionary<string, PluginUse> Waveforms { get; }

    /// <summary>Lamp name → the size of its source, where the scenario says it.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes { get; }

    /// <summary>The cousin with this index, from 0.</summary>
    public SceneInstance Sample(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        var draws = new OrderedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (BoundDraw draw in Draws)
        {
            draws.Add(draw.Name, draw.Distribution.ValueAt(Uniform(index, draw.Name)));
        }

        return _assembly.Apply(index, draws);
    }

    /// <summary>Strictly between 0 and 1: the middles of 2⁵² equal steps.</summary>
    private double Uniform(long sample, string name)
    {
        RandomKey key = RandomKey.ForDraw(_seed, sample, name);
        UInt4 bits = Philox4x32.Draw(default, key.Low, key.High);
        ulong high = ((ulong)bits.X << 20) | (bits.Y >> 12);
        return (high + 0.5) / (1UL << 52);
    }
}
