using System.Text.Json.Nodes;
using SensorSim.Scenes.Cousins.Counterfactuals;
using SensorSim.Scenes.Cousins.Paths;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Cousins.Strategies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Episodes;

namespace SensorSim.Scenes.Cousins;

/// <summary>
/// The cousins of a scene: a pure function of scenario, seed and sample index. Each draw has the address (seed, sample, name),
/// so that any sample can be had by itself and a new draw changes no other.
/// </summary>
public sealed class CousinSampler
{
    private const int SamplesTried = 64;
    private const int CousinsTried = 4;

    private readonly CousinAssembly _assembly;
    private readonly DrawSampler _sampler;
    private readonly PlacementProblem _placement;
    private readonly PathSolver _paths;
    private readonly IReadOnlyList<ICousinRule> _affordances;
    private readonly ulong _seed;
    private readonly EpisodeFamily _family;
    private readonly IReadOnlyList<ScenarioEvent> _events;
    private readonly SceneNames _names;

    /// <param name="scenario">What varies, and how.</param>
    /// <param name="scene">What it varies.</param>
    /// <param name="seed">Of every draw.</param>
    /// <param name="earlier">Draws of the samples of the dataset that an adaptive strategy names; none by default.</param>
    /// <exception cref="ScenarioException">The scenario does not fit the scene.</exception>
    public CousinSampler(Scenario scenario, Scene scene, ulong seed, IReadOnlyList<IReadOnlyDictionary<string, JsonValue>>? earlier = null)
    {
        SceneBinding binding = SceneBinding.Of(scenario, scene);
        if (binding.Errors.Count > 0)
        {
            throw new ScenarioException(binding.Errors);
        }

        SampleSpace space = binding.Space!;
        _placement = new(scene, binding.Placements);
        _paths = new(scenario, scene);
        (_seed, _family, _events, _names) = (seed, scenario.Family, scenario.Events, SceneNames.Of(scene));
        _affordances = binding.Affordances;
        Strategy = SamplingStrategies.Of(scenario, space, seed, earlier ?? []);
        _sampler = new(space, Strategy, seed);
        _assembly = new(scene, scenario.Environment, binding.Waveforms, AnimationChoice.Of(scene, scenario.Animation)) { Sizes = binding.Sizes, WaveformChoices = binding.WaveformChoices, EmissiveLights = scenario.EmissiveLights, Robot = new(scene, scenario.Joints) };
        Waveforms = binding.Waveforms;
        WaveformChoices = binding.WaveformChoices;
        Sizes = binding.Sizes;
    }

    /// <summary>What every sample draws, in the order of the file.</summary>
    public SampleSpace Space => _sampler.Space;

    /// <summary>How samples relate to each other.</summary>
    public ISamplingStrategy Strategy { get; }

    /// <summary>Lamp name → waveform: with the environment and the draws, all that replay needs.</summary>
    public IReadOnlyDictionary<string, PluginUse> Waveforms { get; }

    /// <summary>What the names of drawn waveforms stand for.</summary>
    public IReadOnlyDictionary<string, PluginUse> WaveformChoices { get; }

    /// <summary>Lamp name → the size of its source, where the scenario says it.</summary>
    public IReadOnlyDictionary<string, LightSize> Sizes { get; }

    /// <summary>What every cousin must keep besides its affordances; one that does not is drawn again.</summary>
    public IReadOnlyList<ICousinRule> Rules { get; init; } = [];

    /// <summary>The sample with this index, from 0: a cousin, and what happens to it.</summary>
    /// <exception cref="ScenarioException">The scenario's rules leave too little to draw from.</exception>
    public SceneInstance Sample(long index) => Kept(index).Cousin;

    /// <summary>The sample with this index, and the draw of it that nothing refused: with its bins, and every rule that was broken on the way.</summary>
    /// <exception cref="ScenarioException">The scenario's rules leave too little to draw from.</exception>
    public (DrawnSample Drawn, SceneInstance Cousin) Kept(long index)
    {
        (DrawnSample drawn, SceneInstance cousin) = KeptCousin(_family.CousinOf(index));
        return (drawn with { Index = index }, _events.Count == 0 ? cousin : InEpisode(cousin, _family.MemberOf(index)));
    }

    /// <summary>A cousin in which nothing happens; its number is that of the sample where there are no events.</summary>
    /// <param name="number">From 0.</param>
    /// <exception cref="ScenarioException">The scenario's rules leave too little to draw from.</exception>
    public SceneInstance Cousin(long number) => KeptCousin(number).Cousin;

    private (DrawnSample Drawn, SceneInstance Cousin) KeptCousin(long number) => RedrawnSample.Of(number, attempt => _sampler.Draw(number, attempt), Assemble, [.. _affordances, .. Rules], IsBrokenByTwin);

    // Member 0 too has the draws that tell its episode from the others.
    private SceneInstance InEpisode(SceneInstance cousin, int member) =>
        _assembly.Apply(cousin.Sample, EventDraws.Of(cousin.Draws, _events, member == 0 ? null : _events[member - 1].Name, _names)) with { Redrawn = cousin.Redrawn };

    // Before objects are put down nothing can be said.
    private bool IsBrokenByTwin(ICousinRule rule) => _placement.IsEmpty && rule.BrokenBy(_assembly.Apply(0, new OrderedDictionary<string, JsonNode?>(StringComparer.Ordinal))) is not null;

    /// <summary>Whether something besides the rules over draws may refuse a cousin: placement, affordances, cameras.</summary>
    public bool MayRefuse => !_placement.IsEmpty || _affordances.Count + Rules.Count > 0;

    /// <summary>Whether records have more than what is drawn: where objects were put, or how they travel.</summary>
    public bool Solves => !_placement.IsEmpty || !_paths.IsEmpty;

    /// <summary>Draws the first samples, so that rules that leave too little, and surfaces that are too small, are known before anything is rendered.</summary>
    /// <param name="count">Samples of the run.</param>
    /// <exception cref="ScenarioException">The scenario's rules leave too little to draw from.</exception>
    public void RequireDrawable(long count)
    {
        for (long i = 0; i < Math.Min(count, Space.Rules.Count > 0 ? SamplesTried : 0); i++)
        {
            Draw(i);
        }

        for (long i = 0; i < Math.Min(count, MayRefuse ? CousinsTried : 0); i++)
        {
            Sample(i);
        }
    }

    /// <summary>The first values of the cousin with this index; where its cousin is refused, it has later ones: those of <see cref="Kept"/>.</summary>
    /// <exception cref="ScenarioException">The scenario's rules leave too little to draw from.</exception>
    public DrawnSample Draw(long index) => _sampler.Draw(_family.CousinOf(index)) with { Index = index };

    // What is solved for stands behind what is drawn, so that replay needs no solver.
    private (SceneInstance Cousin, Refusal? Refusal) Assemble(DrawnSample drawn)
    {
        var draws = new OrderedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (BoundDraw draw in Space.Draws)
        {
            draws.Add(draw.Name, drawn.Values[draw.Name]);
        }

        SceneInstance cousin = _assembly.Apply(drawn.Index, draws);
        if (_placement.IsEmpty)
        {
            return (Carried(cousin, draws), null);
        }

        PlacementSolution solution = _placement.Solve(cousin, _seed, drawn.NextAttempt - 1);
        foreach ((string name, ObjectPose pose) in solution.Poses)
        {
            draws.Add(DrawnValues.NameOfPose(name), pose.ToJson());
        }

        return solution.Refusal is { } refusal ? (cousin, refusal) : (Carried(_assembly.Apply(drawn.Index, draws), draws), null);
    }

    private SceneInstance Carried(SceneInstance cousin, OrderedDictionary<string, JsonNode?> draws)
    {
        if (_paths.IsEmpty)
        {
            return cousin;
        }

        Add(draws, _paths.Along(draws));
        Add(draws, [.. _paths.Between(_assembly.Apply(cousin.Sample, draws))]);
        return _assembly.Apply(cousin.Sample, draws);
    }

    private static void Add(OrderedDictionary<string, JsonNode?> draws, IEnumerable<(string Thing, TimedPath Path)> paths)
    {
        foreach ((string thing, TimedPath path) in paths)
        {
            draws.Add(DrawnValues.NameOfPath(thing), PathJson.ToJson(path));
        }
    }
}
