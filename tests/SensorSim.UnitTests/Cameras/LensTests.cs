using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Cameras;

/// <summary>The built-in lenses, through the door that a stranger's comes through.</summary>
public sealed class LensTests
{
    private static readonly PluginCatalog Catalog = SensorBench.Catalog;

    private static readonly Dictionary<string, double> Five = Coefficients(("k1", -.28), ("k2", .09), ("p1", .0012), ("p2", -.0007), ("k3", -.012));

    private static readonly Dictionary<string, double> Fourteen = Coefficients(
        ("k1", .15), ("k2", -.05), ("p1", .0012), ("p2", -.0007), ("k3", .01), ("k4", .42), ("k5", -.02), ("k6", .03),
        ("s1", .0015), ("s2", -.0004), ("s3", -.0011), ("s4", .0003), ("tau_x", .01), ("tau_y", -.015));

    private static readonly Dictionary<string, double> Fisheye = Coefficients(("k1", .05), ("k2", -.005), ("k3", .001), ("k4", -.0002));

    public static IEnumerable<TestCaseData> Goldens() =>
    [
        new TestCaseData("lens.brown-conrady", 5, 0.0, 0.0, 1.0, 959.5, 539.5),
        new TestCaseData("lens.brown-conrady", 5, .3, -.2, 1.0, 1248.667391, 346.817073),
        new TestCaseData("lens.brown-conrady", 5, -.9, .5, 1.0, 245.515373, 937.017904),
        new TestCaseData("lens.brown-conrady", 5, .95, .53, 1.0, 1694.676420, 951.533284),
        new TestCaseData("lens.brown-conrady", 14, .3, -.2, 1.0, 1249.917116, 346.027354),
        new TestCaseData("lens.brown-conrady", 14, -.9, .5, 1.0, 274.178577, 920.767768),
        new TestCaseData("lens.brown-conrady", 14, 1.9, 1.06, 2.0, 1673.370249, 938.174221),
        new TestCaseData("lens.kannala-brandt", 4, .5, .2, 1.0, 778.735521, 535.194208),
        new TestCaseData("lens.kannala-brandt", 4, 2.0, -1.0, 1.0, 966.390435, 316.054782),
        new TestCaseData("lens.kannala-brandt", 4, 1.0, .5, -.1, 1133.568270, 726.534135),
    ];

    [TestCaseSource(nameof(Goldens))]
    public void Dist1_PointsLieWhereTheFormulasPutThem(string id, int coefficients, double x, double y, double z, double column, double row)
    {
        CameraIntrinsics camera = id == "lens.kannala-brandt"
            ? new(1280, 960, 300, 300, 639.5, 479.5) { Projection = Lens(id, Fisheye) }
            : new(1920, 1080, 1000, 1000, 959.5, 539.5) { Projection = Lens(id, coefficients == 5 ? Five : Fourteen) };
        ImagePoint place = camera.Project(new(x, y, z))!.Value;
        Assert.Multiple(() =>
        {
            Acceptance.Holds("DIST-1 column less the formula's, px", place.X - column, 0, 1e-6);
            Acceptance.Holds("DIST-1 row less the formula's, px", place.Y - row, 0, 1e-6);
        });
    }

    public static IEnumerable<TestCaseData> Cameras() =>
    [
        new TestCaseData(new CameraIntrinsics(1920, 1080, 1000, 1000, 959.5, 539.5) { Projection = Lens("lens.brown-conrady", Five) }, 1.0).SetName("five"),
        new TestCaseData(new CameraIntrinsics(1920, 1080, 1000, 1000, 959.5, 539.5) { Projection = Lens("lens.brown-conrady", Fourteen) }, 0.8).SetName("fourteen: it turns back before the corners"),
        new TestCaseData(new CameraIntrinsics(1280, 960, 300, 300, 639.5, 479.5) { Projection = Lens("lens.kannala-brandt", Fisheye) }, 0.9).SetName("fisheye"),
        new TestCaseData(new CameraIntrinsics(512, 256, 512 / Math.Tau, 512 / Math.Tau, 255.5, 127.5) { Projection = Lens("lens.equirectangular", []) }, 1.0).SetName("panorama"),
        new TestCaseData(new CameraIntrinsics(64, 48, 20, 30, 31.5, 23.5) { Projection = CameraProjection.Orthographic }, 1.0).SetName("orthographic"),
    ];

    [TestCaseSource(nameof(Cameras))]
    public void Dist2_PixelsComeBackToThemselves(CameraIntrinsics camera, double share)
    {
        int seen = 0;
        double worst = 0;
        for (int row = 0; row < camera.Height; row += 7)
        {
            for (int column = 0; column < camera.Width; column += 7)
            {
                if (camera.RayThrough(column, row) is { } ray)
                {
                    ImagePoint back = camera.Project(ray.Origin + (3 * ray.Direction))!.Value;
                    worst = Math.Max(worst, Math.Max(Math.Abs(back.X - column), Math.Abs(back.Y - row)));
                    seen++;
                }
            }
        }

        int all = ((camera.Height + 6) / 7) * ((camera.Width + 6) / 7);
        Assert.Multiple(() =>
        {
            Acceptance.Holds("DIST-2 largest distance of a pixel from itself, px", worst, 0, 1e-6);
            Assert.That((double)seen / all, Is.GreaterThanOrEqualTo(share), "of the image");
        });
    }

    [Test]
    public void BeyondTheTurningPoint_ThereIsNothing()
    {
        // 1 - 0.5 r² turns back at r² = 2/3, where it gives (2/3)^1.5 = 0.5443.
        CameraProjection lens = Lens("lens.brown-conrady", Coefficients(("k1", -.5)));
        Assert.Multiple(() =>
        {
            Assert.That(lens.Project(new(0.81, 0, 1))!.Value.X, Is.EqualTo(0.81 * (1 - (0.5 * 0.81 * 0.81))).Within(1e-12));
            Assert.That(lens.Project(new(0.83, 0, 1)), Is.Null);
            Assert.That(lens.Project(new(0, -3, 1)), Is.Null);
            Assert.That(lens.Project(new(0.1, 0, -1)), Is.Null);
            Assert.That(lens.Unproject(new(0.5440, 0))!.Value.Direction.X, Is.EqualTo(0.8).Within(0.02));
            Assert.That(lens.Unproject(new(0.5446, 0)), Is.Null);
            Assert.That(Lens("lens.kannala-brandt", Coefficients(("k1", -.1))).Project(new(1, 0, -0.4)), Is.Null);
        });
    }

    [Test]
    public void Fisheye_SeesBehindItself()
    {
        CameraProjection lens = Lens("lens.kannala-brandt", []);
        (double sin, double cos) = Math.SinCos(2.0);
        Assert.Multiple(() =>
        {
            Assert.That(lens.Project(new(5 * sin, 0, 5 * cos))!.Value.X, Is.EqualTo(2).Within(1e-12));
            Vector3d back = lens.Unproject(new(0, -2))!.Value.Direction;
            Assert.That((back - new Vector3d(0, -sin, cos)).Length, Is.LessThan(1e-12));
            Assert.That(Lens("lens.kannala-brandt", Coefficients(("max_angle_deg", 100))).Project(new(sin, 0, cos)), Is.Null);
        });
    }

    [Test]
    public void Dist5_WithoutCoefficients_TheLensIsAPinhole()
    {
        CameraProjection lens = Lens("lens.brown-conrady", []);
        Assert.Multiple(() =>
        {
            Assert.That(lens.KeepsLines);
            ImagePoint expected = CameraProjection.Pinhole.Project(new(0.3, -0.7, 2))!.Value, place = lens.Project(new(0.3, -0.7, 2))!.Value;
            Acceptance.Holds("DIST-5 distance from the pinhole's place", Math.Abs(place.X - expected.X) + Math.Abs(place.Y - expected.Y), 0, 0, "1 point");
            Assert.That(Lens("lens.brown-conrady", Coefficients(("s4", 1e-9))).KeepsLines, Is.False);
            Assert.That(Lens("lens.kannala-brandt", []).KeepsLines, Is.False);
        });
    }

    [TestCase(0.0)]
    [TestCase(0.6)]
    [TestCase(1.0)]
    public void LensOfTheDocuments_ComesBackToItself(double xi)
    {
        var lens = new UnifiedLens();
        var parameters = new UnifiedParameters { Xi = xi };
        for (double x = -0.9; x < 1; x += 0.3)
        {
            for (double y = -0.9; y < 1; y += 0.3)
            {
                ImagePoint back = lens.Project(parameters, lens.Unproject(parameters, new(x, y))!.Value)!.Value;
                Assert.That(new[] { back.X, back.Y }, Is.EqualTo(new[] { x, y }).Within(1e-12));
            }
        }

        Assert.That(new LensProjection("acme.uni-fied", lens, parameters).Model, Is.EqualTo("uni_fied"));
    }

    [Test]
    public void EqualLenses_AreEqual_AndSayTheirCoefficients()
    {
        CameraProjection lens = Lens("lens.brown-conrady", Five);
        Assert.Multiple(() =>
        {
            Assert.That(lens, Is.EqualTo(Lens("lens.brown-conrady", Five)));
            Assert.That(lens, Is.Not.EqualTo(Lens("lens.brown-conrady", Fourteen)));
            Assert.That(lens.Model, Is.EqualTo("brown_conrady"));
            Assert.That(lens.Distortion, Has.Count.EqualTo(14));
            Assert.That(lens.Distortion["k3"], Is.EqualTo(-.012));
        });
    }

    [TestCase(30, 0, 0, 0)]
    [TestCase(0, 0, 0, -10)]
    [TestCase(100, 100, 100, 100)]
    [TestCase(-100, 100, 100, 100)]
    [TestCase(-0.9, 0.25, 0, 0)]
    [TestCase(3, -2, 0.2, 0.05)]
    [TestCase(0.01, -0.02, 0.003, -0.0001)]
    public void Fisheye_SeesEveryPlaceUpToItsEdge_ThroughAnyCoefficients(double k1, double k2, double k3, double k4)
    {
        CameraProjection lens = Lens("lens.kannala-brandt", Coefficients(("k1", k1), ("k2", k2), ("k3", k3), ("k4", k4)));
        double edge = EdgeOf(lens), worst = 0;
        int holes = 0;
        for (int i = 0; i < 4000; i++)
        {
            double radius = edge * i / 4000;
            ImagePoint? back = lens.Unproject(new(0.6 * radius, -0.8 * radius)) is { } ray ? lens.Project(ray.Direction) : null;
            holes += back is null ? 1 : 0;
            worst = Math.Max(worst, back is { } place ? Math.Max(Math.Abs(place.X - (0.6 * radius)), Math.Abs(place.Y + (0.8 * radius))) : 0);
        }

        Assert.Multiple(() =>
        {
            Assert.That(holes, Is.Zero, "places without a ray");
            Assert.That(worst, Is.LessThan(1e-12 * Math.Max(1, edge)));
            Assert.That(lens.Unproject(new(edge * 1.0001, 0)), Is.Null);
        });
    }

    [Test]
    public void CalibratedLens_SeesEveryPlaceOfItsDirections_ThroughAnyCoefficients()
    {
        var random = new Random(5);
        string[] names = ["k1", "k2", "k3", "k4", "k5", "k6"];
        int seen = 0, holes = 0;
        double worst = 0;
        for (int lensIndex = 0; lensIndex < 300; lensIndex++)
        {
            double size = Math.Pow(10, random.NextDouble() * 4 - 2);
            (string, double)[] radial = [.. names.Select(name => (name, size * ((2 * random.NextDouble()) - 1)))];
            CameraProjection lens = Lens("lens.brown-conrady", Coefficients([.. radial, ("p1", 0.001 * size), ("p2", -0.002 * size)]));
            for (int i = 0; i < 100; i++)
            {
                var direction = new Vector3d((4 * random.NextDouble()) - 2, (4 * random.NextDouble()) - 2, 1);
                if (lens.Project(direction) is not { } place)
                {
                    continue;
                }

                seen++;
                Vector3d? back = lens.Unproject(place)?.Direction;
                holes += back is null ? 1 : 0;
                worst = Math.Max(worst, back is { } b ? (b - direction).Length : 0);
            }
        }

        Assert.That((holes, worst), Is.EqualTo((0, 0.0)).Using<(int Holes, double Worst)>((a, b) => a.Holes == b.Holes && Math.Abs(a.Worst - b.Worst) < 1e-6), $"of {seen} places");
    }

    // The largest radius that is seen on the way from the axis outwards.
    private static double EdgeOf(CameraProjection lens)
    {
        double edge = 0;
        for (double angle = 0; angle <= Math.PI; angle += Math.PI / 200_000)
        {
            (double sin, double cos) = Math.SinCos(angle);
            if (lens.Project(new(sin, 0, cos)) is not { } place)
            {
                break;
            }

            edge = place.X;
        }

        return edge;
    }

    private static LensProjection Lens(string id, Dictionary<string, double> coefficients)
    {
        InstalledPlugin plugin = Catalog.Require(id);
        ParameterBinding binding = plugin.Schema.Bind(coefficients.ToDictionary(c => c.Key, c => (JsonNode?)JsonValue.Create(c.Value), StringComparer.Ordinal));
        return new LensProjection(id, (Lens)plugin.Instance, binding.Parameters!);
    }

    private static Dictionary<string, double> Coefficients(params (string Name, double Value)[] values) =>
        values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
}
