using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Shadows of a sun over a wide scene: sharp near the camera, without seams, and the same as those of one map where that is enough.</summary>
public sealed class CascadeTests : RenderingFixture
{
    private const double Eye = 2;
    private const double Focal = 300;
    private const int Side = 240;
    private const double PlateHeight = 0.5;
    private const double PlateSide = 0.8;
    private const double WideFloor = 300;

    /// <summary>Pixels beside the edge that geometry gives where a shadow may be neither dark nor absent.</summary>
    private const int EdgePixels = 3;

    private static readonly Vector3d Sun = new(0.4, -1, -0.1);

    private static readonly (double X, double Z)[] Plates = [(-0.5, -5), (0.7, -7), (-1, -12), (1.5, -20), (0, -32)];

    [TestCase(1)]
    [TestCase(4)]
    public void ShadowEdges_LieWhereGeometrySays_NearAndFar(int msaa) =>
        Assert.That(WrongPixels(4, msaa), Is.EqualTo(0));

    [Test]
    public void OneMapAlone_IsTooCoarse() => Assert.That(WrongPixels(0, msaa: 1), Is.GreaterThan(200), "Else the scene proves nothing.");

    [Test]
    public void SceneThatIsSmallInItsView_HasOneMap([Values(1, 4)] int msaa)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(8, white), Turned(Vector3d.UnitX, -90, Vector3d.Zero)).Add(Shapes.Cube(1, white), At(0, 0.5, 0)).Add(SunLight(0), Aimed(Vector3d.Zero, Sun));
        SceneInstance scene = builder.Build();
        CameraView camera = Camera(64, 64, 50, new(0, Eye, 6));
        RenderedView one = Render(scene, camera, Settings with { ShadowCascades = 0, Msaa = msaa }), many = Render(scene, camera, Settings with { Msaa = msaa });
        Assert.That(many.AllRadiance, Is.EqualTo(one.AllRadiance));
    }

    [Test]
    public void FloorInTheOpen_HasNeitherAcneNorSeams([Values(8, 30, 80)] double sunDegrees, [Values(0, 2)] double angularDiameter)
    {
        double elevation = sunDegrees * Math.PI / 180;
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad((float)WideFloor, white), Turned(Vector3d.UnitX, -90, Vector3d.Zero));
        builder.Add(SunLight(angularDiameter), Aimed(Vector3d.Zero, new(Math.Cos(elevation), -Math.Sin(elevation), 0.2)));
        (RenderedView shadowed, RenderedView open) = WithAndWithoutShadows(builder.Build(), 4, msaa: 1);
        for (int i = 0; i < open.AllRadiance.Count; i++)
        {
            Assert.That(shadowed.AllRadiance[i].X, Is.EqualTo(open.AllRadiance[i].X).Within(1e-3).Percent, $"pixel {i}");
        }
    }

    [Test]
    public void ShadowOfABox_TouchesTheBox([Values(6, 9, 13)] double distance)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad((float)WideFloor, white), Turned(Vector3d.UnitX, -90, Vector3d.Zero)).Add(Shapes.Cube(1, white), At(0, 0.5, -distance));
        builder.Add(SunLight(0), Aimed(Vector3d.Zero, new(1, -1, 0)));
        (RenderedView shadowed, RenderedView open) = WithAndWithoutShadows(builder.Build(), 4, msaa: 1);
        int checkedPixels = 0;
        foreach ((int x, int y, double floorX, double floorZ) in FloorPixels(shadowed))
        {
            double footprint = -floorZ / Focal;
            if (floorX > 0.5 + (EdgePixels * footprint) && floorX < 1.3 && Math.Abs(floorZ + distance) < 0.4)
            {
                checkedPixels++;
                Assert.That(shadowed.RadianceAt(x, y).X, Is.LessThan(0.02 * open.RadianceAt(x, y).X), $"({floorX:F3}, {floorZ:F3})");
            }
        }

        Assert.That(checkedPixels, Is.GreaterThan(10));
    }

    [Test]
    public void ManyViews_HaveTheirOwnCascades()
    {
        SceneInstance scene = Plain(Sun, WideFloor);
        CameraView[] cameras = [Camera(96, 96, 120, new(0, Eye, 0)), Camera(96, 96, 120, new(1, Eye, -4)), Camera(96, 96, 120, new(0, Eye, 0))];
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        for (int round = 0; round < 2; round++)
        {
            using FrameOutput together = renderer.Submit(new(scene, [.. cameras.Select(camera => new ViewRequest(camera, new RadianceReadback()))])).Wait();
            foreach ((ViewOutput view, CameraView camera) in together.Views.Zip(cameras))
            {
                Assert.That(new RenderedView(view).AllRadiance, Is.EqualTo(Render(scene, camera).AllRadiance));
            }
        }
    }

    [Test]
    public void MovingCamera_DoesNotMoveShadows()
    {
        SceneInstance scene = Plain(Sun, WideFloor);
        var shares = new List<float>();
        foreach (double step in (double[])[0, 0.0013, 0.0029, 0.0047])
        {
            // A long lens: the same place of the floor at the same pixel, only the cascades could differ.
            CameraView camera = new("camera", new(Side, Side, Focal, Focal, ((Side - 1) / 2.0) - (step * Focal / 8), (Side - 1) / 2.0), Camera(1, 1, 1, new(step, Eye, 0)).CameraToWorld);
            RenderedView view = Render(scene, camera);
            int row = (int)Math.Round(((Side - 1) / 2.0) + (Eye * Focal / 8));
            shares.Add(Enumerable.Range(0, Side).Where(x => view.InstanceAt(x, row) == 1).Sum(x => view.RadianceAt(x, row).X));
        }

        Assert.That(shares.Max() - shares.Min(), Is.LessThan(0.002 * shares.Max()));
    }

    private static Light SunLight(double angularDiameter) => new() { Kind = LightKind.Directional, Intensity = 20, AngularDiameterDegrees = angularDiameter };

    private static SceneInstance Plain(Vector3d sun, double floor)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad((float)floor, white), Turned(Vector3d.UnitX, -90, Vector3d.Zero));
        foreach ((double x, double z) in Plates)
        {
            builder.Add(Shapes.Quad((float)PlateSide, white), Turned(Vector3d.UnitX, -90, new(x, PlateHeight, z)));
        }

        return builder.Add(SunLight(0), Aimed(Vector3d.Zero, sun)).Build();
    }

    private static (RenderedView Shadowed, RenderedView Open) WithAndWithoutShadows(SceneInstance scene, int cascades, int msaa)
    {
        CameraView camera = Camera(Side, Side, Focal, new(0, Eye, 0));
        return (Render(scene, camera, Settings with { ShadowCascades = cascades, Msaa = msaa }), Render(scene, camera, Settings with { ShadowMapSide = 0, Msaa = msaa }));
    }

    // Where the floor is seen, metres.
    private static IEnumerable<(int X, int Y, double FloorX, double FloorZ)> FloorPixels(RenderedView view)
    {
        for (int y = 0; y < view.Height; y++)
        {
            for (int x = 0; x < view.Width; x++)
            {
                if (view.InstanceAt(x, y) == 1)
                {
                    (double floorX, double floorZ) = FloorAt(x, y);
                    yield return (x, y, floorX, floorZ);
                }
            }
        }
    }

    private static (double X, double Z) FloorAt(double x, double y)
    {
        double depth = Eye * Focal / (y - ((Side - 1) / 2.0));
        return ((x - ((Side - 1) / 2.0)) * depth / Focal, -depth);
    }

    private static bool IsInShadow((double X, double Z) floor) => Plates.Any(plate =>
        Math.Abs(floor.X - plate.X - (PlateHeight * Sun.X / -Sun.Y)) < PlateSide / 2 && Math.Abs(floor.Z - plate.Z - (PlateHeight * Sun.Z / -Sun.Y)) < PlateSide / 2);

    // Floor pixels that are not what geometry says, among those with no edge near.
    private static int WrongPixels(int cascades, int msaa)
    {
        (RenderedView shadowed, RenderedView open) = WithAndWithoutShadows(Plain(Sun, WideFloor), cascades, msaa);
        int wrong = 0, dark = 0;
        foreach ((int x, int y, double floorX, double floorZ) in FloorPixels(shadowed).Where(pixel => pixel.FloorZ > -45))
        {
            bool expected = IsInShadow((floorX, floorZ));
            bool isClear = Enumerable.Range(-EdgePixels, (2 * EdgePixels) + 1).SelectMany(dx => Enumerable.Range(-EdgePixels, (2 * EdgePixels) + 1).Select(dy => FloorAt(x + dx, y + dy)))
                .All(place => IsInShadow(place) == expected);
            double share = shadowed.RadianceAt(x, y).X / open.RadianceAt(x, y).X;
            wrong += isClear && Math.Abs(share - (expected ? 0 : 1)) > 0.02 && IsFloorAround(shadowed, x, y) ? 1 : 0;
            dark += isClear && expected ? 1 : 0;
        }

        Assert.That(dark, Is.GreaterThan(300));
        return wrong;
    }

    // Multisampled pixels at silhouettes show more than the floor.
    private static bool IsFloorAround(RenderedView view, int x, int y) =>
        x > 0 && y > 0 && x < view.Width - 1 && y < view.Height - 1 && Enumerable.Range(0, 9).All(i => view.InstanceAt(x - 1 + (i % 3), y - 1 + (i / 3)) == 1);
}
