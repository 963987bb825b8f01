using System.Collections.Immutable;
using System.Text.Json.Nodes;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Tests.Sensors;

/// <summary>A sensor made of its parts, in the order of light whatever the order in which they are named.</summary>
public sealed record SensorParts(ImmutableDictionary<string, StageRequest> Stages)
{
    /// <summary>Every part there is.</summary>
    public static readonly string[] Order =
    [
        "sensor.exposure", "sensor.quantum-efficiency", "sensor.cfa", "sensor.prnu", "sensor.dark-current", "sensor.shot-noise", "sensor.full-well",
        "sensor.telegraph-noise", "sensor.read-noise", "sensor.row-noise", "sensor.column-noise", "sensor.dsnu", "sensor.defects",
        "sensor.gain", "sensor.black-level", "sensor.adc", "sensor.companding",
    ];

    private static readonly string[] LinearParts =
    [
        "sensor.exposure", "sensor.quantum-efficiency", "sensor.dark-current", "sensor.shot-noise", "sensor.full-well", "sensor.read-noise",
        "sensor.gain", "sensor.black-level", "sensor.adc",
    ];

    /// <summary>What camera.noise is made of.</summary>
    public static SensorParts Linear { get; } =
        new(LinearParts.ToImmutableDictionary(use => use, use => SensorBench.Stage(use), StringComparer.Ordinal));

    /// <summary>Numbers are electrons above a black level: 1 DN/e-, 16 bits, nothing else that makes noise or clips.</summary>
    public static SensorParts Counter { get; } = Linear
        .With("sensor.dark-current", ("dark_current_electrons_per_second", 0))
        .With("sensor.full-well", ("full_well_electrons", 1e8))
        .With("sensor.read-noise", ("read_noise_electrons", 0))
        .With("sensor.gain", ("gain_dn_per_electron", 1))
        .With("sensor.adc", ("bits", 16));

    /// <summary>All parts at work, each strongly enough to be seen in a small picture.</summary>
    public static SensorParts Everything { get; } = Linear
        .With("sensor.exposure", ("transmittance", 0.9))
        .With("sensor.quantum-efficiency", ("red", 0.4), ("green", 0.55), ("blue", 0.35))
        .With("sensor.prnu", ("prnu_percent", 2))
        .With("sensor.dark-current",
            ("dark_current_electrons_per_second", 2000), ("dsnu_electrons_per_second", 500), ("hot_share", 0.01), ("hot_electrons_per_second", 5e4), ("temperature_c", 30))
        .With("sensor.telegraph-noise", ("share", 0.02), ("amplitude_electrons", 40), ("duty", 0.4))
        .With("sensor.read-noise", ("law", "tukey_lambda"), ("lambda", -0.05))
        .With("sensor.row-noise", ("temporal_electrons", 4), ("fixed_electrons", 3))
        .With("sensor.column-noise", ("temporal_electrons", 2), ("fixed_electrons", 5))
        .With("sensor.dsnu", ("dsnu_electrons", 6))
        .With("sensor.defects", ("hot_share", 0.004), ("dead_share", 0.004))
        .With("sensor.gain", ("high_gain_factor", 2), ("high_gain_iso", 100))
        .With("sensor.companding", ("knee1_dn", 800), ("knee2_dn", 1600), ("slope1", 0.9), ("slope2", 0.6), ("slope3", 0.4));

    /// <summary>With a part, or with other parameters of one that is there.</summary>
    public SensorParts With(string use, params (string Key, JsonNode? Value)[] parameters)
    {
        var values = Stages.TryGetValue(use, out StageRequest? stage) ? new Dictionary<string, JsonNode?>(stage.Parameters, StringComparer.Ordinal) : new(StringComparer.Ordinal);
        foreach ((string key, JsonNode? value) in parameters)
        {
            values[key] = value;
        }

        return new(Stages.SetItem(use, new(use, values)));
    }

    public StageRequest[] Requests() => [.. Order.Where(Stages.ContainsKey).Select(use => Stages[use])];

    public SensorChain Raw() => SensorBench.Raw(Requests());

    /// <summary>A sensor of camera.noise's parameters, built in one of three ways.</summary>
    public static SensorChain Build(SensorBuild build, params (string Key, JsonNode? Value)[] parameters) => build == SensorBuild.Preset
        ? SensorBench.Raw(SensorBench.Stage("camera.noise", parameters))
        : parameters.Aggregate(build == SensorBuild.Mosaic ? Linear.With("sensor.cfa") : Linear, Translate).Raw();

    private static SensorParts Translate(SensorParts parts, (string Key, JsonNode? Value) parameter) => parameter.Key switch
    {
        "quantum_efficiency" => parts.With("sensor.quantum-efficiency", ("red", parameter.Value), ("green", parameter.Value), ("blue", parameter.Value)),
        "shot_noise" => parts.With("sensor.shot-noise", ("poisson", parameter.Value)),
        _ => parts.With(LinearParts.Single(use => SensorBench.Catalog.Require(use).Schema.Parameters.Any(p => p.Name == parameter.Key)), parameter),
    };

    /// <summary>As <see cref="SensorBench.ElectronCounter"/>.</summary>
    public static SensorChain Count(SensorBuild build, params (string Key, JsonNode? Value)[] more) =>
        Build(build, [.. SensorBench.ElectronCounter(more).Parameters.Select(p => (p.Key, p.Value))]);
}
