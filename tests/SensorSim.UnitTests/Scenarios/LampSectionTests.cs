using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Lights;

namespace SensorSim.UnitTests.Scenarios;

/// <summary>Lamps that a scenario adds, as they are read.</summary>
[TestFixture]
public sealed class LampSectionTests
{
    [Test]
    public void A_Lamp_Has_The_Units_And_Defaults_Of_Gltf()
    {
        LampGroup point = Single("{ name: bulb, kind: point, at: [1, 2, 3], intensity_cd: 400, range_m: 20, radius_m: 0.04 }");
        LampGroup spot = Single("{ name: work, kind: spot, intensity_cd: 5 }");
        LampGroup sun = Single("{ name: sun, kind: directional, intensity_lx: 30000, angular_diameter_deg: 0.53 }");

        Assert.That((point.At, point.Count, point.Flicker), Is.EqualTo((new Vector3d(1, 2, 3), (int?)null, (PluginUse?)null)));
        Assert.That(point.Light, Is.EqualTo(new Light { Kind = LightKind.Point, Intensity = 400, Range = 20, RadiusMetres = 0.04 }));
        Assert.That(spot.Light, Is.EqualTo(new Light { Kind = LightKind.Spot, Intensity = 5 }));
        Assert.That(sun.Light, Is.EqualTo(new Light { Kind = LightKind.Directional, Intensity = 30000, AngularDiameterDegrees = 0.53 }));
    }

    [Test]
    public void A_Cone_Is_Half_Its_Opening_In_Degrees()
    {
        Light light = Single("{ name: work, kind: spot, intensity_cd: 5, inner_deg: 15, outer_deg: 90 }").Light;

        Assert.That((light.InnerConeAngle, light.OuterConeAngle), Is.EqualTo((Math.PI / 12, Math.PI / 2)).Using((double a, double b) => Math.Abs(a - b) < 1e-12 ? 0 : 1));
    }

    [Test]
    public void A_Colour_Scales_Channels_And_A_Temperature_Keeps_The_Luminous_Intensity()
    {
        Light red = Single("{ name: a, kind: point, intensity_cd: 100, color: \"#ff0000\" }").Light;
        Light warm = Single("{ name: a, kind: point, intensity_cd: 100, color_temperature_k: 2700 }").Light;

        Assert.That((red.Color, red.Intensity), Is.EqualTo((Vector3.UnitX, 100.0)));
        Assert.That(Vector3.Dot(warm.Color, new(0.2126f, 0.7152f, 0.0722f)) * warm.Intensity, Is.EqualTo(100).Within(1e-3));
        Assert.That(warm.Color.X, Is.GreaterThan(2 * warm.Color.Z));
    }

    // A lamp's light comes from its +Z.
    [TestCase("", 0, 1, 0)]
    [TestCase(", elevation_deg: 0", 0, 0, 1)]
    [TestCase(", elevation_deg: 0, azimuth_deg: 90", 1, 0, 0)]
    [TestCase(", elevation_deg: 30, azimuth_deg: 180", 0, 0.5, -0.8660254)]
    [TestCase(", look_at: [1, 2, 8]", 0, 0, -1)]
    [TestCase(", look_at: [1, -3, 3]", 0, 1, 0)]
    public void A_Spot_Shines_Where_It_Is_Told(string direction, double x, double y, double z)
    {
        LampGroup spot = Single($"{{ name: a, kind: spot, intensity_cd: 1, at: [1, 2, 3]{direction} }}");

        Matrix4x4d pose = Matrix4x4d.FromTrs(spot.At, spot.Aim.TurnAt(spot.At), new(1, 1, 1));
        Assert.That((pose.ColumnZ - new Vector3d(x, y, z)).Length, Is.LessThan(1e-7));
    }

    [Test]
    public void A_Group_Has_Numbers_And_Steps()
    {
        LampGroup group = Single("{ name: tube, kind: point, intensity_cd: 1, at: [0, 3, 0], count: 3, step: [0, 0, -2], flicker: { modulation: 0.5 } }");

        Assert.That(group.Names, Is.EqualTo(new[] { "tube_1", "tube_2", "tube_3" }));
        Assert.That(group.PlaceOf(2), Is.EqualTo(new Vector3d(0, 3, -4)));
        Assert.That(group.Flicker!.Use, Is.EqualTo("light.mains"));
    }

    [TestCase("{ name: a, kind: point, intensity_cd: 1, outer_deg: 20 }", "12:51: lamps[0].outer_deg: a point light has no 'outer_deg'; expected kind: spot, or no outer_deg")]
    [TestCase("{ name: a, kind: point, intensity_cd: 1, look_at: [0, 0, 0] }", "12:51: lamps[0].look_at: a point light has no 'look_at'; expected kind: spot, or no look_at")]
    [TestCase("{ name: a, kind: point, intensity_lx: 1 }", "12:34: lamps[0].intensity_lx: a point light has no 'intensity_lx'; expected intensity_cd")]
    [TestCase("{ name: a, kind: directional, intensity_lx: 1, at: [0, 1, 0] }", "12:57: lamps[0].at: a directional light has no 'at'; expected elevation_deg and azimuth_deg, which say where its light comes from")]
    [TestCase("{ name: a, kind: directional, intensity_lx: 1, radius_m: 0.1 }", "12:57: lamps[0].radius_m: a directional light has no 'radius_m'; expected angular_diameter_deg")]
    [TestCase("{ name: a, kind: spott, intensity_cd: 1 }", "12:27: lamps[0].kind: there is 'spott'; expected one of directional, point, spot; did you mean 'spot'?")]
    [TestCase("{ name: a, kind: spot, intensity_cd: 1, inner_deg: 40, outer_deg: 30 }", "12:61: lamps[0].inner_deg: the cone ends before it falls off; expected inner_deg below outer_deg, which is 45 where nothing else is said")]
    [TestCase("{ name: a, kind: spot, intensity_cd: 1, at: [0, 1, 0], look_at: [0, 1, 0] }", "12:74: lamps[0].look_at: a lamp is in the point that it shines at; expected another point")]
    [TestCase("{ name: a, kind: point, intensity: 1 }", "12:34: lamps[0].intensity: the key is unknown; expected one of name, kind, count, at, step, intensity_cd, color, color_temperature_k, range_m, radius_m, flicker; did you mean 'intensity_cd'?")]
    [TestCase("{ name: a, kind: point }", "12:10: lamps[0]: nothing says how bright the lamp is; expected intensity_cd of a point light or a spot, intensity_lx of a directional light")]
    [TestCase("{ name: a, kind: point, intensity_cd: 1, color: \"#fff\" }", "12:58: lamps[0].color: there is '#fff'; expected an sRGB colour like \"#c8a060\"")]
    [TestCase("{ name: a, kind: point, intensity_cd: 1, color: \"#ffffff\", color_temperature_k: 3000 }", "12:69: lamps[0].color_temperature_k: there is also 'color'; expected one of them")]
    [TestCase("{ name: a, kind: spot, intensity_cd: 1, azimuth_deg: 20 }", "12:50: lamps[0].azimuth_deg: it means nothing without 'elevation_deg'; expected 'elevation_deg' beside it")]
    [TestCase("{ name: a, kind: point, intensity_cd: 1, step: [1, 0, 0] }", "12:51: lamps[0].step: it means nothing without 'count'; expected 'count' beside it")]
    [TestCase("a", "12:10: lamps[0]: there is 'a'; expected a mapping with name, kind, count, ")]
    public void What_Does_Not_Fit_Is_Named_Where_It_Is_Written(string lamp, string expected) =>
        Assert.That(ScenarioText.Errors(ScenarioText.With($"lamps: [ {lamp} ]")), Has.One.StartsWith($"{ScenarioText.FileName}:{expected}"));

    [Test]
    public void A_Message_Has_An_Example() =>
        Assert.That(ScenarioText.Read(ScenarioText.With("lamps: [ { name: a, kind: point, intensity: 1 } ]")).Errors.Select(error => error.ToString()), Has.One.Contains("example: intensity_cd: 400"));

    private static LampGroup Single(string lamp) => ScenarioText.Valid(ScenarioText.With($"lamps: [ {lamp} ]")).Lamps.Single();
}
