using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>What is smooth shows a lamp as large and as bright as it is; the amount of light that it sends on does not depend on the lamp's size.</summary>
public sealed class HighlightTests : RenderingFixture
{
    private const double Distance = 5;

    [Test]
    public void Mirror_ShowsTheLuminanceOfALampsDisc([Values] bool isSpot, [Values(0.2, 0.5)] double radius)
    {
        var lamp = new Light { Kind = isSpot ? LightKind.Spot : LightKind.Point, Intensity = 100, RadiusMetres = radius, InnerConeAngle = 0.9, OuterConeAngle = 1 };
        Assert.That(Middle(lamp, 0.04f), Is.EqualTo(100 / (Math.PI * radius * radius)).Within(2).Percent);
    }

    [Test]
    public void Mirror_ShowsTheLuminanceOfASun([Values(0.53, 2, 8)] double degrees)
    {
        var sun = new Light { Kind = LightKind.Directional, Intensity = 1000, AngularDiameterDegrees = degrees };
        double tangent = Math.Tan(degrees * Math.PI / 360);
        Assert.That(Middle(sun, 0), Is.EqualTo(1000 / (Math.PI * tangent * tangent)).Within(20).Percent, "the narrowest lobe has a width of 0.001");
    }

    [Test]
    public void Size_SpreadsAHighlightAndKeepsItsLight()
    {
        var point = new Light { Kind = LightKind.Point, Intensity = 100 };
        RenderedView small = Render(Wall(point, 0.3f), Camera(161, 161, 60)), large = Render(Wall(point with { RadiusMetres = 0.5 }, 0.3f), Camera(161, 161, 60));
        Assert.That(large.RadianceAt(80, 80).X, Is.LessThan(0.8 * small.RadianceAt(80, 80).X));
        Assert.That(large.AllRadiance.Sum(value => value.X), Is.EqualTo(small.AllRadiance.Sum(value => value.X)).Within(5).Percent);
    }

    [Test]
    public void RoughSurface_DoesNotSeeTheSize()
    {
        var point = new Light { Kind = LightKind.Point, Intensity = 100 };
        Assert.That(Middle(point with { RadiusMetres = 0.2 }, 1), Is.EqualTo(Middle(point, 1)).Within(0.5).Percent);
    }

    // A white metal that faces the camera, whose eye is where the lamp is.
    private static float Middle(Light lamp, float roughness) => Render(Wall(lamp, roughness), Camera(33, 33, 2000)).RadianceAt(16, 16).X;

    private static SceneInstance Wall(Light lamp, float roughness)
    {
        var builder = new SceneBuilder();
        int metal = builder.Add(Material.Default with { Metallic = 1, Roughness = roughness });
        return builder.Add(Shapes.Quad(40, metal), At(0, 0, -Distance)).Add(lamp, Aimed(Vector3d.Zero, new(0, 0, -1))).Build();
    }
}
