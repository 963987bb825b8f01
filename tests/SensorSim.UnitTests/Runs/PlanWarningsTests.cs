using SensorSim.Hosting.Runs.Planning;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Gltf;
using SensorSim.UnitTests.Scenarios;
using SensorSim.UnitTests.Vulkan;

namespace SensorSim.UnitTests.Runs;

/// <summary>What is allowed and hardly meant is told.</summary>
public sealed class PlanWarningsTests
{
    [TestCase("0.5", 4, new string[0])]
    [TestCase("5", 4, new[] { "events: shove happens at 5 s, and the episode ends at 1 s: its episodes are those in which nothing happens" })]
    [TestCase("{ uniform: [5, 6] }", 4, new string[0], Description = "what is drawn is not looked through")]
    [TestCase("0.5", 3, new[] { "events: a cousin has 2 episodes, and of the last one there are 1 only; samples that are a multiple of 2 make it whole" })]
    public void Events_ThatDoNotHappen(string at, int count, string[] expected)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "aisle.yaml");
        File.WriteAllText(path, ScenarioText.With($$"""
            physics: { backend: mujoco, bodies: [{ match: ball_1, motion: dynamic, shape: sphere }] }
            events: [{ name: shove, kind: push, match: ball_1, at_s: {{at}}, impulse_n_s: 1, direction: [1, 0, 0] }]
            episode: { duration_s: 1, frame_rate_hz: 10 }
            cousins: { count: {{count}} }
            """).Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));
        Assert.That(PlanWarnings.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path })), Is.EqualTo(expected));
    }

    [TestCase(1, null)]
    [TestCase(1000, "the scene is 1414 m across. A unit of a glTF file is a metre: if this one is in millimetres")]
    public void ASceneInMillimetres_IsTold(int scale, string? expected)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "scene.glb");
        File.WriteAllBytes(path, TestGltf.Triangle().Set("nodes", $$"""[{"mesh":0,"scale":[{{scale}},{{scale}},{{scale}}]}]""").Glb());
        Assert.That(PlanWarnings.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenePath = path })), expected is null ? Is.Empty : Has.One.StartsWith(expected));
    }

    [Test]
    public void ASceneWithoutObjects_IsTold()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "scene.glb");
        File.WriteAllBytes(path, TestGltf.Triangle().Set("nodes", """[{"name":"nothing"}]""").Glb());
        Assert.That(PlanWarnings.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenePath = path })), Has.One.StartsWith("the scene has no object"));
    }

    [TestCase("{ uniform: [0.5, 1] }", "", "lights.key.intensity varies, and camera front is exposed anew for each sample")]
    [TestCase("{ uniform: [0.5, 1] }", "exposure: { f_number: 2, time_s: 0.01, iso: 400 }, ", null)]
    [TestCase("0.5", "", null, Description = "the same for all")]
    public void LightThatVaries_IsCancelledByAnAutomaticExposure(string intensity, string exposure, string? expected)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "aisle.yaml");
        File.WriteAllText(path, ScenarioText.With($"cousins: {{ count: 2, vary: {{ lights.key.intensity: {intensity} }} }}")
            .Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal).Replace("name: front, ", $"name: front, {exposure}", StringComparison.Ordinal));
        Assert.That(PlanWarnings.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path })), expected is null ? Is.Empty : Has.One.StartsWith(expected));
    }

    [TestCase("at: [0, 1.5, 0]", "objects: mug hangs in the air, ")]
    [TestCase("at: [0, -9, 0]", "objects: mug hangs in the air with nothing below it")]
    public void AddedObjectsInTheAir_AreTold(string at, string expected) => Assert.That(WarningsOf($"objects: [{{ name: mug, use: builtin:mug, {at} }}]"), Has.Length.EqualTo(1).And.All.StartsWith(expected));

    // What physics would only reject is told before it is simulated.
    [Test]
    public void ObjectsInEachOther_AreTold_UnderPhysicsToo() => Assert.That(
        WarningsOf("objects: [{ name: low, use: builtin:medium-box, at: [0.6, 0.001, 0] }, { name: high, use: builtin:medium-box, at: [0.75, 0.1, 0] }]\nphysics: { backend: mujoco, bodies: [{ match: high, motion: dynamic }] }"),
        Has.Length.EqualTo(1).And.All.EqualTo("objects: the middle of low is inside high. Physics does not push it out: episodes that begin deep in each other are rejected"));

    [TestCase("")]
    [TestCase("physics: { backend: mujoco, bodies: [{ match: mug, motion: dynamic }] }")]
    [TestCase("paths: [{ object: mug, points: [[0, 1, 0], [1, 1, 0]], speed_m_s: 1 }]")]
    [TestCase("cousins: { count: 2, vary: { objects.mug.offset_y_m: { uniform: [0, 0.1] } } }")]
    public void WhatIsPutElsewhere_IsNot(string line)
    {
        string[] told = WarningsOf($"objects: [{{ name: mug, use: builtin:mug, at: [0, 1.5, 0] }}]\n{line}");
        Assert.That(told.Length, Is.EqualTo(line.Length == 0 ? 1 : 0), string.Join('\n', told));
    }

    [Test]
    public void ManyInTheAir_AreTold_AFewOfThem() => Assert.That(
        WarningsOf("objects: [{ name: mug, use: builtin:mug, count: 15, at: [0, 1.5, 0], step: [0.3, 0, 0] }]"), Has.Length.EqualTo(11).And.Some.StartsWith("objects: there are more in the air or in others"));

    [Test]
    public void WhatIsInOtherUnits_IsTold_AndNothingElse() => Assert.That(
        WarningsOf("objects: [{ name: mug, use: builtin:mug, scale: 1000 }, { name: cup, use: builtin:mug, at: [0, 1, 0] }]"), Has.Length.EqualTo(1).And.All.Match("^objects: mug is \\d+.* m across, .*scale: 0.001$"));

    private static string[] WarningsOf(string lines)
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "aisle.yaml");
        File.WriteAllText(path, ScenarioText.With(lines).Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));
        return [.. PlanWarnings.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path }))];
    }
}
