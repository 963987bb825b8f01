using System.Text.Json.Nodes;
using SensorSim.Hosting.Characterization;
using SensorSim.Rendering.Sensors;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Characterization;

/// <summary>Chains that the linear model of EMVA 1288 describes, and the stages because of which it does not.</summary>
public sealed class LinearModelTests
{
    [Test]
    public void ALinearCamera_HasNoStageThatBends() => Assert.Multiple(() =>
    {
        Assert.That(Bending(SensorBench.Raw(SensorBench.Stage("camera.noise"))), Is.Empty);
        Assert.That(Bending(SensorParts.Linear.With("sensor.cfa").With("sensor.prnu").Raw()), Is.Empty);
    });

    [Test]
    public void Companding_Bends() => Assert.That(
        Bending(SensorParts.Linear.With("sensor.companding", ("knee1_dn", 800), ("knee2_dn", 1600), ("slope1", 0.9), ("slope2", 0.6), ("slope3", 0.4)).Raw()), Is.EqualTo(["sensor.companding"]));

    [Test]
    public void CompandingOfOneSlope_DoesNot() =>
        Assert.That(Bending(SensorParts.Linear.With("sensor.companding", ("slope1", 0.5), ("slope2", 0.5), ("slope3", 0.5)).Raw()), Is.Empty);

    [Test]
    public void AMergeOfCaptures_Bends_ByTheVarianceOfItsNoise() =>
        Assert.That(Bending(SensorBench.Raw([.. new (string Use, (string, JsonNode?)[] Values)[]
        {
            ("sensor.exposure", []), ("sensor.quantum-efficiency", []), ("sensor.hdr-merge", []),
            ("sensor.companding", [("knee1_dn", 2000), ("knee2_dn", 20000), ("slope1", 1), ("slope2", 0.5), ("slope3", 0.1)]),
        }.Select(stage => SensorBench.Stage(stage.Use, stage.Values))])), Is.EqualTo(["sensor.hdr-merge", "sensor.companding"]));

    [TestCase(4300, new double[] { 0, 1000, 2000, 3000, 4000 })]
    [TestCase(0.8, new[] { 0, 0.2, 0.4, 0.6, 0.8 })]
    [TestCase(1.05, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    public void Ticks_AreRoundNumbers(double most, double[] expected) => Assert.That(PlotAxes.Ticks(most), Is.EqualTo(expected).Within(1e-12));

    private static IReadOnlyList<string> Bending(SensorChain chain) => LinearModel.StagesThatBend(chain, Emva1288.UsualExposure);
}
