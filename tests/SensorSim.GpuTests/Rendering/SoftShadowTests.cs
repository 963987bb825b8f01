using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Penumbras have the width that the size of the light and the distances give: wide far from what casts them, none where things touch.</summary>
public sealed class SoftShadowTests : RenderingFixture
{
    private const double WallZ = -5;
    private const int Side = 200;

    [Test]
    public void Directional_PenumbraIsTwiceTheTangentTimesTheDistance([Values(1, 2, 3)] double distance, [Values(2, 6, 12)] double degrees, [Values(1, 4)] int msaa)
    {
        var light = new Light { Kind = LightKind.Directional, Intensity = 10, AngularDiameterDegrees = degrees };
        double expected = 2 * Math.Tan(degrees * Math.PI / 360) * distance;
        Assert.That(PenumbraWidth(light, Vector3d.Zero, WallZ + distance, msaa), Is.EqualTo(expected).Within(15).Percent);
    }

    [Test]
    public void PointAndSpot_PenumbraIsSizeTimesTheRatioOfDistances([Values] bool isSpot, [Values(1.5, 2.5, 4)] double occluder, [Values(0.1, 0.2)] double radius)
    {
        var light = new Light { Kind = isSpot ? LightKind.Spot : LightKind.Point, Intensity = 100, RadiusMetres = radius, InnerConeAngle = 0.9, OuterConeAngle = 1 };
        double expected = 2 * radius * (-WallZ - occluder) / occluder;
        Assert.That(PenumbraWidth(light, Vector3d.Zero, -occluder, msaa: 1), Is.EqualTo(expected).Within(15).Percent);
    }

    [Test]
    public void OutsideThePenumbra_LightIsWholeOrGone()
    {
        var light = new Light { Kind = LightKind.Point, Intensity = 100, RadiusMetres = 0.15 };
        (double X, double Share)[] profile = Profile(light, Vector3d.Zero, -2.5, msaa: 1);
        double half = 0.15 * 1.2;
        foreach ((double x, double share) in profile.Where(sample => Math.Abs(sample.X) > half))
        {
            Assert.That(share, Is.EqualTo(x < 0 ? 0 : 1).Within(5e-3), $"{x:F3} m");
        }
    }

    [Test]
    public void Profile_RisesSteadily()
    {
        var light = new Light { Kind = LightKind.Directional, Intensity = 10, AngularDiameterDegrees = 12 };
        (double X, double Share)[] profile = Profile(light, Vector3d.Zero, WallZ + 3, msaa: 1);
        double width = 2 * Math.Tan(6 * Math.PI / 180) * 3;
        foreach (((double x0, double share0), (double x1, double share1)) in profile.Zip(profile.Skip(1)))
        {
            Assert.That(share1, Is.GreaterThan(share0 - 0.02), $"{x1:F3} m");
            Assert.That(share1 - share0, Is.LessThan((4 / Math.PI * (x1 - x0) / width) + 0.06), $"a step at {x1:F3} m");
        }
    }

    [TestCase(LightKind.Point)]
    [TestCase(LightKind.Spot)]
    [TestCase(LightKind.Directional)]
    public void WhereThingsTouch_ShadowsAreSharp(LightKind kind)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(6, white), Turned(Vector3d.UnitX, -90, new(0, -1, -4))).Add(Shapes.Cube(1, white), At(0, -0.5, -4))
            .Add(new Light { Kind = kind, Intensity = 100, RadiusMetres = 0.2, AngularDiameterDegrees = 8, InnerConeAngle = 0.9, OuterConeAngle = 1 }, Aimed(new(-3, 2, -4), new(0, -1, -4)));
        CameraView camera = Camera(Side, Side, 150, new(0, 1, 0));
        RenderedView shadowed = Render(builder.Build(), camera), open = Render(builder.Build(), camera, Settings with { ShadowMapSide = 0 });
        foreach (double distance in (double[])[0.04, 0.06, 0.1])
        {
            double depth = 3.6, x = 0.5 + distance;
            int column = (int)Math.Round(99.5 + (150 * x / depth)), row = (int)Math.Round(99.5 + (150 * 2 / depth));
            Assert.That(open.RadianceAt(column, row).X, Is.GreaterThan(0.5));
            Assert.That(shadowed.RadianceAt(column, row).X, Is.LessThan(0.02 * open.RadianceAt(column, row).X), $"{distance} m");
        }
    }

    [TestCase(LightKind.Point)]
    [TestCase(LightKind.Spot)]
    [TestCase(LightKind.Directional)]
    public void LitSphereAndCorner_HaveNoAcne(LightKind kind)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Sphere(white, 96), At(0, 0, -3)).Add(Shapes.Quad(8, white), Turned(Vector3d.UnitX, -90, new(0, -2, -4))).Add(Shapes.Quad(8, white), At(0, 2, -8))
            .Add(new Light { Kind = kind, Intensity = 20, RadiusMetres = 0.1, AngularDiameterDegrees = 4, InnerConeAngle = 0.7, OuterConeAngle = 0.9 }, Aimed(new(2, 2, 0.5), new(0, 0, -3)));
        CameraView camera = Camera(160, 160, 100);
        RenderedView shadowed = Render(builder.Build(), camera), open = Render(builder.Build(), camera, Settings with { ShadowMapSide = 0 });
        double brightest = open.AllRadiance.Max(value => value.X);
        for (int y = 0; y < 160; y++)
        {
            for (int x = 0; x < 160; x++)
            {
                // The sphere's own lit side, and the floor before its shadow begins.
                bool isLit = shadowed.InstanceAt(x, y) switch { 1 => open.RadianceAt(x, y).X > 0.3 * brightest, 2 => y > 140 && x > 60, _ => false };
                if (isLit)
                {
                    Assert.That(shadowed.RadianceAt(x, y).X, Is.EqualTo(open.RadianceAt(x, y).X).Within(2e-3 * brightest), $"({x}, {y})");
                }
            }
        }
    }

    // The share of a disc's light that passes a straight edge: integrating share · (1 − share) over the penumbra gives its width times this.
    private static double EdgeFactor { get; } = Enumerable.Range(0, 2000).Average(i =>
    {
        double t = ((i + 0.5) / 1000) - 1, share = 0.5 + (((t * Math.Sqrt(1 - (t * t))) + Math.Asin(t)) / Math.PI);
        return share * (1 - share);
    });

    private static double PenumbraWidth(Light light, Vector3d lamp, double occluderZ, int msaa)
    {
        (double X, double Share)[] profile = Profile(light, lamp, occluderZ, msaa);
        double step = profile[1].X - profile[0].X;
        return profile.Sum(sample => sample.Share * (1 - sample.Share)) * step / EdgeFactor;
    }

    // What arrives at a wall along a line across the shadow of a half-plane whose edge is at x = 0. The camera stands behind the half-plane.
    private static (double X, double Share)[] Profile(Light light, Vector3d lamp, double occluderZ, int msaa)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(8, white), At(0, 0, WallZ)).Add(Shapes.Quad(4, white), At(-2, 0, occluderZ)).Add(light, Aimed(lamp, new(0, 0, -1)));
        double eye = occluderZ - 0.01, focal = 100 * (eye - WallZ);
        CameraView camera = Camera(Side, 9, focal, new(0, 0, eye));
        SceneInstance scene = builder.Build();
        RenderedView shadowed = Render(scene, camera, Settings with { Msaa = msaa }), open = Render(scene, camera, Settings with { ShadowMapSide = 0, Msaa = msaa });
        return [.. Enumerable.Range(0, Side).Select(x => ((x - ((Side - 1) / 2.0)) / 100, (double)(shadowed.RadianceAt(x, 4).X / open.RadianceAt(x, 4).X)))];
    }
}
