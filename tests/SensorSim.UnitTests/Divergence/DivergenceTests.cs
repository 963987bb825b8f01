using System.Text.Json.Nodes;
using SensorSim.Datasets.Provenance;
using SensorSim.Hosting;
using SensorSim.Hosting.Divergence;
using SensorSim.Hosting.Records;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Divergence;

/// <summary>Outcomes part where mechanics says that they part.</summary>
public sealed class DivergenceTests
{
    /// <summary>A ball of 5 cm radius two metres above the floor falls for so long.</summary>
    private static readonly double s_contact = Math.Sqrt(2 * 1.95 / 9.81);

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("diverge-").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("mujoco")]
    [TestCase("ode")]
    public void FreeFall_IsTheSameForEverybody(string backend)
    {
        DivergenceReport report = DivergenceRun.Of(Plan(backend, duration: 0.6), 0, new());

        Assert.That(report.Outcomes.Select(outcome => outcome.Variant.Name), Is.EqualTo(new[] { backend == "ode" ? "backend physics.mujoco" : "backend physics.ode", "half the step", "friction -5 %", "friction +5 %", "restitution -5 %", "restitution +5 %", "mass -5 %", "mass +5 %" }));
        Assert.That(report.Outcomes.Select(outcome => outcome.LargestMetres), Is.All.LessThan(1e-9));
        Assert.That(report.Outcomes.Select(outcome => outcome.PartsAtSeconds), Is.All.Null);
        Assert.That(report.Outcomes.SelectMany(outcome => outcome.Contacts), Is.Empty);
        Assert.That(report.Outcomes.Select(outcome => outcome.Agreeing(report.Settings)), Is.All.EqualTo(1));
    }

    // The ball flies sideways and slips on the floor to the end: the hit takes μ times the speed that it falls with, and its weight μ g from then on.
    [Test]
    public void AnotherFriction_PartsAtTheFirstTouch()
    {
        DivergenceReport report = DivergenceRun.Of(Plan("mujoco", duration: 1, "velocity_m_s: [2, 0, 0]"), 0, new() { RestitutionShare = 0, MassShare = 0 });

        VariantOutcome less = report.Outcomes.Single(outcome => outcome.Variant.FrictionFactor < 1), more = report.Outcomes.Single(outcome => outcome.Variant.FrictionFactor > 1);
        double after = 1 - s_contact, apart = 0.05 * 0.05 * ((9.81 * s_contact * after) + (0.5 * 9.81 * after * after));
        foreach (VariantOutcome outcome in new[] { less, more })
        {
            Assert.That(outcome.FirstToPart!.Name, Is.EqualTo("ball_1"));
            Assert.That(outcome.PartsAtSeconds, Is.InRange(s_contact, s_contact + 0.1));
            Assert.That(outcome.Curve.Where(point => point.Seconds < s_contact - 0.002).Select(point => point.Largest), Is.All.EqualTo(0));
            Assert.That(outcome.FinalMetres, Is.EqualTo(apart).Within(3).Percent);
            Assert.That(outcome.Contacts.Single(contact => contact.BodyB == "floor_1" || contact.BodyA == "floor_1"), Has.Property(nameof(ContactDivergence.LaterSeconds)).EqualTo(0).And.Property(nameof(ContactDivergence.ReferenceSeconds)).EqualTo(s_contact).Within(0.003));
        }
    }

    [Test]
    public void WhatNothingMoves_IsRefused()
    {
        string path = Write(ScenarioText.With("").Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));
        Assert.That(() => DivergenceRun.Of(new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path }), 0, new()), Throws.TypeOf<RequestException>().With.Message.Contains("The scenario aisle has no physics: nothing moves that could diverge."));
        Assert.That(() => DivergenceRun.Of(Plan("mujoco", duration: null), 0, new()), Throws.TypeOf<RequestException>().With.Message.Contains("is of one instant"));
    }

    [Test]
    public void Evidence_GoesIntoTheProvenanceAndComesBack()
    {
        RunPlan plan = Plan("mujoco", duration: 0.3);
        string file = Path.Combine(_folder, "trust.json");
        File.WriteAllText(file, DivergenceRun.Of(plan, 0, new() { MassShare = 0, RestitutionShare = 0 }).ToJson().ToJsonString());

        RunPlan known = new RunPlanner(SensorBench.Catalog).Plan(plan.Request with { EvidencePath = file });

        JsonObject evidence = known.Scenario.Physics!.Evidence!;
        Assert.Multiple(() =>
        {
            Assert.That((string)evidence["sha256"]!, Has.Length.EqualTo(64));
            Assert.That((string)evidence["scenario"]!["sha256"]!, Is.EqualTo(plan.Scenario.Sha256));
            Assert.That(evidence["variants"]!.AsArray().Select(variant => (string)variant!["name"]!), Is.EqualTo(new[] { "backend physics.ode", "half the step", "friction -5 %", "friction +5 %" }));
            Assert.That(evidence.ToJsonString(), Does.Not.Contain(_folder));
            Assert.That(known.Request.EvidencePath, Is.Null);
        });
        JsonObject record = PhysicsRecord.ToJson(known.Scenario.Physics, "MuJoCo")!;
        Assert.That(record["evidence"]!.ToJsonString(), Is.EqualTo(evidence.ToJsonString()));
        Assert.That(PhysicsRecord.FromJson(JsonFields.Of(record, "")).Evidence!.ToJsonString(), Is.EqualTo(evidence.ToJsonString()), "replay reads it back");
        Assert.That(PhysicsRecord.ToJson(plan.Scenario.Physics, "MuJoCo")!.ContainsKey("evidence"), Is.False);
    }

    [TestCase("{", "expected a file that 'sensorsim diverge SCENARIO --json' wrote")]
    [TestCase("""{"format":"else"}""", "'format' should be one of sensorsim.divergence/1")]
    [TestCase("""{"format":"\ud800"}""", "expected a file that 'sensorsim diverge SCENARIO --json' wrote")]
    [TestCase(null, "expected a file that 'sensorsim diverge SCENARIO --json' wrote")]
    public void WhatIsNoEvidence_IsNamed(string? text, string message)
    {
        string file = Path.Combine(_folder, "trust.json");
        if (text is not null) File.WriteAllText(file, text);
        Assert.That(() => new RunPlanner(SensorBench.Catalog).Plan(Plan("mujoco", 1).Request with { EvidencePath = file }), Throws.TypeOf<RequestException>().With.Message.StartsWith($"--evidence {file}: ").And.Message.Contains(message));
    }

    [Test]
    public void EvidenceOfAnotherScenario_IsRefused()
    {
        RunPlan plan = Plan("mujoco", duration: 0.1);
        JsonObject json = DivergenceRun.Of(plan, 0, new() { MassShare = 0, RestitutionShare = 0, FrictionShare = 0 }).ToJson();
        json["scenario"]!["id"] = "other";
        string file = Path.Combine(_folder, "trust.json");
        File.WriteAllText(file, json.ToJsonString());
        Assert.That(() => new RunPlanner(SensorBench.Catalog).Plan(plan.Request with { EvidencePath = file }), Throws.TypeOf<RequestException>().With.Message.Contains("it is of the scenario other, not of aisle"));
    }

    private RunPlan Plan(string backend, double? duration, string more = "velocity_m_s: [0, 0, 0]")
    {
        string length = duration is { } seconds ? FormattableString.Invariant($"duration_s: {seconds}, ") : "";
        string path = Write(ScenarioText.With($"physics: {{ backend: {backend}, {length}friction: 0.05, bodies: [{{ match: ball_1, motion: dynamic, shape: sphere, {more} }}] }}").Replace("aisle.glb", "builtin:drop-test", StringComparison.Ordinal));
        return new RunPlanner(SensorBench.Catalog).Plan(new() { ScenarioPath = path });
    }

    private string Write(string yaml)
    {
        string path = Path.Combine(_folder, "aisle.yaml");
        File.WriteAllText(path, yaml);
        return path;
    }
}
