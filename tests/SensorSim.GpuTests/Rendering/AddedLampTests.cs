using System.Text;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Reading;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Lamps of a scenario against theory: candela and lux on a plane that throws light back evenly.</summary>
public sealed class AddedLampTests : RenderingFixture
{
    private const double Albedo = 0.5;

    // Lambert: radiance is albedo / pi times the illuminance; I / d² from a point, cos theta of it from the side.
    [TestCase("kind: point, intensity_cd: 100, at: [0, 0, -1]", 100.0 / 4)]
    [TestCase("kind: point, intensity_cd: 100, at: [0, 0, -2]", 100.0)]
    [TestCase("kind: point, intensity_cd: 700, at: [0, 0, 1]", 700.0 / 16)]
    [TestCase("kind: point, intensity_cd: 100, at: [2, 0, -1]", 100.0 / 8 * 0.70710678)]
    [TestCase("kind: point, intensity_cd: 100, at: [0, 0, -1], range_m: 1.9", 0)]
    [TestCase("kind: spot, intensity_cd: 100, at: [0, 2, -1], look_at: [0, 0, -3], inner_deg: 20", 100.0 / 8 * 0.70710678)]
    [TestCase("kind: spot, intensity_cd: 100, at: [0, 2, -1], look_at: [0, 4, -3], outer_deg: 30", 0)]
    [TestCase("kind: directional, intensity_lx: 60, elevation_deg: 30, azimuth_deg: 0", 60 * 0.8660254)]
    [TestCase("kind: directional, intensity_lx: 60, elevation_deg: 0, azimuth_deg: 60", 60 * 0.5)]
    public void A_Plane_Is_As_Bright_As_Theory_Says(string lamp, double lux)
    {
        double radiance = RadianceUnder($"{{ name: a, {lamp} }}");

        Assert.That(radiance, Is.EqualTo(Albedo / Math.PI * lux).Within(1e-4 * Math.Max(1, lux)));
    }

    [Test]
    public void Lamps_Of_A_Group_Add_Up() =>
        Assert.That(RadianceUnder("{ name: a, kind: point, count: 2, at: [-1, 0, -2], step: [2, 0, 0], intensity_cd: 100 }"), Is.EqualTo(2 * Albedo / Math.PI * 100 / 2 * 0.70710678).Within(1e-3));

    // A grey plane without gloss, 3 m before the camera, faces it; the pixel in the middle.
    private static double RadianceUnder(string lamp)
    {
        var builder = new SceneBuilder();
        int grey = builder.Add(new Material { BaseColor = new((float)Albedo, (float)Albedo, (float)Albedo, 1), Metallic = 0, Roughness = 1, Specular = new(0, null, System.Numerics.Vector3.One, null) });
        Scene twin = builder.Add(Shapes.Quad(20, grey), At(0, 0, -3)).Build().Twin;
        Scenario scenario = ScenarioReader.Read(Encoding.UTF8.GetBytes($$"""
            scenario: lit
            version: 1.0.0
            intent: { failure_mode: light, intended_use: [evaluate], artifact_risk: none, real_probe: none, discard_if: never }
            scene: plane.glb
            cameras: [ { name: front, width: 33, height: 33, hfov_deg: 20, pose: { from: [0, 0, 0], look_at: [0, 0, -1] } } ]
            lamps: [ {{lamp}} ]
            """), "lit.yaml").OrThrow();
        Scene scene = ComposedScene.Of(twin, ScenarioAdditions.Of(scenario, twin).With(scenario, _ => ""), new Nothing());

        return Render(new CousinSampler(scenario, scene, 0).Sample(0), Camera(33, 33, 800)).RadianceAt(16, 16).Y;
    }

    private sealed class Nothing : IFragmentSource
    {
        public Scene Item(string reference) => throw new CompositionException(reference);

        public Scene Material(string reference) => throw new CompositionException(reference);
    }
}
