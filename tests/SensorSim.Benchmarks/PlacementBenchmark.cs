using System.Text;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.Benchmarks;

/// <summary>Milliseconds of processor time in which the objects of a cousin are placed, on one thread: other programs that run beside it do not count.</summary>
internal static class PlacementBenchmark
{
    private const string Frame = """
        scenario: placement
        version: 1.0.0
        intent: { failure_mode: clutter, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
        scene: builtin:warehouse-aisle
        cameras: [ { name: front, width: 64, height: 48, hfov_deg: 60, pose: { from: [0, 1, 1], look_at: [0, 0, 0] } } ]
        """;

    private static readonly (string Name, string Objects, string Pose)[] _cases =
    [
        ("30 parts in a tote", "{ name: bin, use: [builtin:grey-tote], at: [0, 0, 0] }, { name: part, use: [builtin:hex-nut, builtin:hex-nut-m24, builtin:bracket, builtin:gear, builtin:shaft, builtin:pulley], count: 30 }", "{ fill: bin }"),
        ("30 cups scattered in the aisle", "{ name: part, use: [builtin:mug, builtin:bowl, builtin:tumbler], count: 30 }", "{ scatter_on: \"floor*\", clearance_m: 0.02 }"),
    ];

    /// <summary>What a cousin may take, milliseconds.</summary>
    private const double Goal = 50;

    /// <summary>Cousins before those that count: the runtime compiles what they need.</summary>
    private const int Warming = 60;

    /// <summary>A line for each case.</summary>
    public static IEnumerable<string> Run(int cousins) => _cases.Select(one =>
    {
        string text = $"{Frame}\nobjects: [ {one.Objects} ]\ncousins: {{ vary: {{ \"objects.part_*.pose\": {one.Pose} }} }}\n";
        Scenario scenario = ScenarioReader.Read(Encoding.UTF8.GetBytes(text), "placement.yaml", []).OrThrow();
        Scene twin = SceneLibrary.Read(scenario.Scene).Scene;
        SceneAdditions additions = ScenarioAdditions.Of(scenario, twin).With(scenario, item => ObjectLibrary.Of(item).Category);
        var sampler = new CousinSampler(scenario, ComposedScene.Of(twin, additions, new LibraryFragments()), seed: 1);
        double first = Milliseconds(() => sampler.Sample(0));
        _ = Enumerable.Range(1, Warming).Sum(i => sampler.Sample(i).Sample);
        double[] each = [.. Enumerable.Range(1 + Warming, cousins).Select(i => Milliseconds(() => sampler.Sample(i))).Order()];
        return FormattableString.Invariant($"{one.Name}: median {each[cousins / 2]:F1} ms a cousin, 95 % below {each[cousins * 95 / 100]:F1} ms, 99 % below {each[cousins * 99 / 100]:F1} ms, the largest {each[^1]:F1} ms, {each.Count(time => time > Goal)} above {Goal} ms; the first {first:F0} ms ({cousins} cousins)");
    });

    private static double Milliseconds(Func<SceneInstance> make)
    {
        TimeSpan start = Environment.CpuUsage.TotalTime;
        make();
        return (Environment.CpuUsage.TotalTime - start).TotalMilliseconds;
    }

    private sealed class LibraryFragments : IFragmentSource
    {
        public Scene Item(string reference) => ObjectLibrary.Of(reference).Fragment;

        public Scene Material(string reference) => throw new NotSupportedException("The benchmark swaps no materials.");
    }
}
