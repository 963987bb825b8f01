namespace SensorSim.IntegrationTests.Cli;

/// <summary>The command "rehearse".</summary>
[TestFixture]
public sealed class RehearseTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("rehearse-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void ItCounts_WhatSucceeds_AndWhyTheOthersDoNot()
    {
        string scenario = Write("task: { verb: place, object: ball_1, success: [{ object: ball_1, on: floor_1 }, { object: ball_1, at: [0, 0.05, 0], within_m: 0.1 }] }");
        var text = ProgramRun.Of("rehearse", scenario);
        Assert.That(text.ExitCode, Is.Zero, text.Error);
        Assert.That(text.Out, Does.StartWith("falls 1.0.0, seed 0: 1 of 3 episodes succeed (33.3 %)\n").And.Match(@"\n2 +ball_1 within 0\.1 m of \[0, 0\.05, 0\] +sample \d: asked was ball_1 within 0\.1 m of \[0, 0\.05, 0\]; ball_1 is 0\.2 m away"));

        var json = ProgramRun.Of("rehearse", scenario, "--json");
        Assert.That(json.ExitCode, Is.Zero, json.Error);
        Assert.That((double)json.Json["success_rate"]!, Is.EqualTo(1.0 / 3).Within(1e-9));
        Assert.That(json.Json["outcomes"]!.AsArray().Select(one => (bool)one!["success"]!), Is.EquivalentTo(new[] { true, false, false }));
    }

    [Test]
    public void AScenarioThatDoesNotSayWhatSuccessIs_CountsWhatBreaksMechanics()
    {
        var run = ProgramRun.Of("rehearse", Write(""));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Out, Does.StartWith("falls 1.0.0, seed 0: 3 of 3 episodes keep the laws of mechanics (100 %)\n(the scenario does not say what success is"));
    }

    // A limit that no body keeps to that lies on another.
    [Test]
    public void EpisodesThatBreakMechanics_EndWith3()
    {
        var run = ProgramRun.Of("rehearse", Write(""), "--set", "physics.penetration_limit_m=1e-9");
        Assert.That(run.ExitCode, Is.EqualTo(3), run.Error);
        Assert.That(run.Out, Does.Match(@"\n3 +physics +sample 0: ball_1 and floor_1 are "));
    }

    private string Write(string task)
    {
        string path = Path.Combine(_folder, "falls.yaml");
        File.WriteAllText(path, $$"""
            scenario: falls
            version: 1.0.0
            intent: { failure_mode: f, intended_use: [train], artifact_risk: a, real_probe: r, discard_if: d }
            scene: builtin:drop-test
            cameras: [{ name: front, width: 32, height: 32, pose: camera_front }]
            physics: { backend: mujoco, duration_s: 1.5, bodies: [{ match: ball_1, motion: dynamic, shape: sphere }] }
            cousins: { count: 3, strategy: pairwise, vary: { objects.ball_1.offset_x_m: [0, 0.2, -0.2] } }
            {{task}}
            """);
        return path;
    }
}
