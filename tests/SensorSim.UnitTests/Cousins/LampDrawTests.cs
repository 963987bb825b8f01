using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Lights;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.UnitTests.Scenarios;

namespace SensorSim.UnitTests.Cousins;

/// <summary>What samples draw of lamps besides their light.</summary>
public sealed class LampDrawTests
{
    [Test]
    public void ALampIsShiftedAlongWorldAxes()
    {
        SceneInstance cousin = Cousin("cousins: { vary: { lights.ceiling_1.offset_x_m: 1, lights.ceiling_1.offset_y_m: -2, lights.ceiling_1.offset_z_m: 0.5 } }");
        Assert.That(cousin.NodeToWorld[4].Translation, Is.EqualTo(new Vector3d(1, 1, 0.5)));
        Assert.That(cousin.NodeToWorld[5].Translation, Is.EqualTo(new Vector3d(0, 3, 2)), "the other stays");
    }

    // Where light comes from is the lamp's +Z.
    [TestCase(0, 0, 0, 0, 1)]
    [TestCase(90, 0, 1, 0, 0)]
    [TestCase(180, 30, 0, 0.5, -0.8660254)]
    [TestCase(45, 90, 0, 1, 0)]
    public void TheSunStandsWhereItIsDrawn(double azimuth, double elevation, double x, double y, double z)
    {
        Matrix4x4d tilted = Matrix4x4d.FromTrs(new(1, 2, 3), Quaterniond.FromAxisAngle(Vector3d.UnitX, -0.4) * Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.9), new(1, 1, 1));
        Matrix4x4d moved = new LampMotion { AzimuthDegrees = azimuth, ElevationDegrees = elevation }.From(tilted) * tilted;
        Assert.That((moved.ColumnZ - new Vector3d(x, y, z)).Length, Is.LessThan(1e-7));
        Assert.That((moved.Translation - tilted.Translation).Length, Is.LessThan(1e-12));
        Matrix4x4d raised = new LampMotion { ElevationDegrees = 60 }.From(tilted) * tilted;
        Assert.That(Math.Atan2(raised.ColumnZ.X, raised.ColumnZ.Z), Is.EqualTo(Math.Atan2(tilted.ColumnZ.X, tilted.ColumnZ.Z)).Within(1e-12), "the way round stays where only the height is drawn");
    }

    [Test]
    public void AFailingLamp_ShinesUpToTheInstant()
    {
        SceneInstance cousin = Cousin("cousins: { vary: { lights.ceiling_1.fails_at_s: 0.25 } }");
        Assert.That(cousin.Lamps.Select(lamp => lamp.FailsAtSeconds), Is.EqualTo(new double?[] { 0.25, null }));
        LampWaveform failing = FailingLamp.Of(null, 0.25);
        Assert.That((failing.Value(0.2499), failing.Value(0.25)), Is.EqualTo((1.0, 0.0)));
        Assert.That(failing.Integral(0.2, 0.3), Is.EqualTo(0.05).Within(1e-15));
        Assert.That(failing.Integral(0, 0.1), Is.EqualTo(0.1).Within(1e-15));
        Assert.That(failing.Integral(0.26, 0.3), Is.Zero);
        Assert.That(FailingLamp.Of(null, 0.25), Is.EqualTo(failing), "equal lamps share a layer");
        FlickerLayers layers = FlickerLayers.Of([failing, null]);
        double[] rows = layers.RowWeights(SensorSim.Sensors.Exposure.Physical(0.2, 0.05, 0.05, 2, 100), 3);
        double Level(int lamp, int row) => Enumerable.Range(0, layers.Layers.Count).Sum(layer => layers.WeightsOf(lamp)[layer] * rows[(row * layers.Layers.Count) + layer]);
        Assert.That(Enumerable.Range(0, 3).Select(row => Level(0, row)), Is.EqualTo(new[] { 1, 0, 0.0 }).Within(1e-12));
        Assert.That(Enumerable.Range(0, 3).Select(row => Level(1, row)), Is.All.EqualTo(1));
    }

    // The panel of ceiling_1 has the lamp's draws, and that of ceiling_2 stays.
    [TestCase("lights.ceiling_1.intensity: 0.25", 0.25, 0.25, 0.25)]
    [TestCase("lights.ceiling_1.failed: true", 0, 0, 0)]
    [TestCase("lights.ceiling_1.present: false", 0, 0, 0)]
    public void ThePanelOfALamp_HasItsDraws(string draw, double red, double green, double blue)
    {
        Scene scene = SmallScene.Create();
        scene = scene with { Materials = [scene.Materials[0] with { Emissive = new(100, 200, 400), GlowOf = "ceiling_1" }, scene.Materials[1] with { Emissive = new(7), GlowOf = "ceiling_2" }] };
        SceneInstance cousin = new CousinSampler(ScenarioText.Valid(ScenarioText.With($"cousins: {{ vary: {{ {draw} }} }}")), scene, 1).Sample(0);

        Assert.That(cousin.Materials[0].Emissive, Is.EqualTo(new Vector3((float)(100 * red), (float)(200 * green), (float)(400 * blue))));
        Assert.That(cousin.Materials[1].Emissive, Is.EqualTo(new Vector3(7)));
        Assert.That(cousin.LampOf(cousin.Materials[1]) is { } lamp ? cousin.Lamps[lamp].Name : null, Is.EqualTo("ceiling_2"));
    }

    [Test]
    public void AParameterOfAWaveform_IsDrawn()
    {
        SceneInstance cousin = Cousin("lights: [ { match: \"*_2\", flicker: { modulation: 0.5, mains_hz: 60 } } ]\ncousins: { vary: { lights.ceiling_2.flicker.modulation: 0.75 } }");
        Assert.That((double)cousin.Lamps[1].Waveform!.Parameters["modulation"]!, Is.EqualTo(0.75));
        Assert.That(cousin.Lamps[1].Waveform!.Parameters["mains_hz"]!.ToJsonString(), Is.EqualTo("60"));
    }

    [TestCase("cousins: { vary: { lights.ceiling_2.flicker.modulation: 0.75 } }", "the lamp 'ceiling_2' is steady; expected a rule of lights that gives it a waveform, which the draw changes; example: lights: [{ match: \"ceiling_2\", flicker:")]
    [TestCase("cousins: { vary: { lights.ceiling_2.elevation_deg: 10 } }", "'ceiling_2' shines to all sides; expected a directional light or a spot")]
    public void WhatDoesNotFit_IsAnError(string rest, string expected) =>
        Assert.That(SceneBinding.Of(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create()).Errors.Select(error => error.ToString()), Has.One.Contains(expected));

    private static SceneInstance Cousin(string rest) => new CousinSampler(ScenarioText.Valid(ScenarioText.With(rest)), SmallScene.Create(), 1).Sample(0);
}
