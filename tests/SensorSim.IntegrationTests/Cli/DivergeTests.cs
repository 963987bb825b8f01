using System.Text.Json.Nodes;

namespace SensorSim.IntegrationTests.Cli;

/// <summary>The command "diverge".</summary>
[TestFixture]
public sealed class DivergeTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("diverge-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void AFallingBall_PartsWhereItsBouncesDo()
    {
        string scenario = Write("physics: { backend: mujoco, duration_s: 0.8, restitution: 0.7, bodies: [{ match: ball_1, motion: dynamic, shape: sphere }] }"), output = Path.Combine(_folder, "trust");
        var run = ProgramRun.Of("diverge", scenario, "--friction", "0", "--mass", "0", "--out", output, "--json");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        JsonArray variants = run.Json["variants"]!.AsArray();
        Assert.That(variants.Select(variant => (string)variant!["name"]!), Is.EqualTo(new[] { "backend physics.ode", "half the step", "restitution -5 %", "restitution +5 %" }));
        Assert.That(variants.Take(2).Select(variant => variant!["parts_at_s"]), Is.All.Null, "both backends fall and bounce alike");
        Assert.That((double)variants[2]!["parts_at_s"]!, Is.InRange(0.63, 0.65));
        Assert.That(File.ReadAllText(Path.Combine(output, "divergence.json")), Is.EqualTo(run.Out));
        Assert.That(File.ReadAllText(Path.Combine(output, "divergence.html")), Does.Contain("<svg").And.Contain("restitution -5 %"));
        Assert.That(File.Exists(Path.Combine(output, "divergence.svg")), Is.True);

        var again = ProgramRun.Of("diverge", scenario, "--out", output);
        Assert.That((again.ExitCode, again.Error), Is.EqualTo((2, again.Error)));
        Assert.That(again.Error, Does.Contain("is not free"));
    }

    [Test]
    public void AScenarioWithoutPhysics_IsRefused()
    {
        var run = ProgramRun.Of("diverge", Write(""));
        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("The scenario falls has no physics"));
    }

    private string Write(string physics)
    {
        string path = Path.Combine(_folder, "falls.yaml");
        File.WriteAllText(path, $$"""
            scenario: falls
            version: 1.0.0
            intent: { failure_mode: balls that fall, intended_use: [evaluate], artifact_risk: none known, real_probe: 20 frames, discard_if: the ball floats }
            scene: builtin:drop-test
            cameras: [ { name: front, width: 64, height: 48, pose: camera_front } ]
            {{physics}}
            """);
        return path;
    }
}
