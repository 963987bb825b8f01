using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Surfaces that let light through, against analysis: a plate before a wall whose radiance is known everywhere.</summary>
public sealed class TransmissionTests : RenderingFixture
{
    private const float WallDepth = 4;
    private const float PlateDepth = 2;
    private const double Focal = 100;

    // What a smooth dielectric of index 1.5 does not reflect of light that arrives along its normal.
    private const float Passed = 0.96f;

    private static Material Glass { get; } = Material.Default with { Metallic = 0, Roughness = 0, Transmission = new(1, null) };

    [Test]
    public void ThinPlate_TintsTheWallBehindIt([Values(1, 4)] int msaa, [Values(0.25f, 1f)] float factor)
    {
        var wall = new Vector3(0.2f, 0.5f, 0.8f);
        var tint = new Vector3(0.5f, 0.8f, 1);
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(20, builder.Add(Material.Default with { Unlit = true, BaseColor = new(wall, 1) })), At(0, 0, -WallDepth));
        builder.Add(Shapes.Quad(1, builder.Add(Glass with { BaseColor = new(tint, 1), Transmission = new(factor, null) })), At(0, 0, -PlateDepth));
        RenderedView view = Render(builder.Build(), Camera(65, 65, Focal), Settings with { Msaa = msaa });
        Assert.That(Vector3.Distance(view.RadianceAt(32, 32), factor * Passed * tint * wall), Is.LessThan(1e-3));
        Assert.That(Vector3.Distance(view.RadianceAt(2, 2), wall), Is.LessThan(1e-5), "Beside the plate.");
        Assert.That((view.InstanceAt(32, 32), view.DepthAt(32, 32)), Is.EqualTo((2, PlateDepth)), "Labels show the plate.");
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Slab_AbsorbsByItsThickness(double scale)
    {
        var attenuation = new Vector3(0.9f, 0.7f, 0.5f);
        RenderedView view = Seen(Glass with { Volume = new(0.3f, null, 0.2f, attenuation) }, Vector3d.UnitX, 0, scale: scale);
        float power = (float)(1.5 * scale);
        Vector3 left = new(MathF.Pow(attenuation.X, power), MathF.Pow(attenuation.Y, power), MathF.Pow(attenuation.Z, power));
        Assert.That(Vector3.Distance(view.RadianceAt(32, 32), Passed * left * WallAt(32, 32)), Is.LessThan(2e-3));
    }

    [Test]
    public void IndexOne_TransmitsStraight([Values(1, 4)] int msaa)
    {
        RenderedView view = Seen(Glass with { Ior = 1, Volume = new(0.5f, null, float.PositiveInfinity, Vector3.One) }, Vector3d.UnitX, 35, msaa);
        for (int y = 24; y < 42; y += 3)
        {
            for (int x = 20; x < 45; x += 3)
            {
                float grazing = MathF.Pow(1 - (float)NormalDotView(Vector3d.UnitX, 35, x, y), 5);
                Assert.That(Vector3.Distance(view.RadianceAt(x, y), (1 - grazing) * WallAt(x, y)), Is.LessThan(6e-3), $"({x}, {y})");
            }
        }
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(18)]
    public void TiltedSlab_ShowsWhereTheRefractedRayLeaves(float dispersion)
    {
        const double Degrees = 40;
        const float Thickness = 1;
        Material slab = Glass with { Volume = new(Thickness, null, float.PositiveInfinity, Vector3.One), Dispersion = dispersion };
        Vector3 seen = Seen(slab, Vector3d.UnitX, Degrees).RadianceAt(32, 32);
        float albedo = 0.04f + (0.96f * MathF.Pow(1 - (float)Math.Cos(Degrees * Math.PI / 180), 5));

        // 20 / Abbe number: n_F − n_C = (n − 1) · dispersion / 20; green has n itself.
        double half = 0.5 * dispersion / 40;
        double[] rows = [.. new[] { 1.5 - half, 1.5, 1.5 + half }.Select(ior => ExitRow(ior, Degrees, Thickness))];
        var expected = new Vector3(WallAt(32, rows[0]).X, WallAt(32, rows[1]).Y, WallAt(32, rows[2]).Z);
        Assert.That(Math.Abs(rows[1] - 32), Is.GreaterThan(2), "The slab moves the wall.");
        Assert.That(Vector3.Distance(seen, (1 - albedo) * expected), Is.LessThan(2e-3));
    }

    [Test]
    public void RoughPlate_BlursTheWall_AndKeepsItsMean()
    {
        Vector3 Deviation(float roughness, out Vector3 mean)
        {
            RenderedView view = Seen(Glass with { Roughness = roughness }, Vector3d.UnitX, 0, stripes: true);
            Vector3[] seen = [.. Enumerable.Range(12, 41).SelectMany(y => Enumerable.Range(12, 41).Select(x => view.RadianceAt(x, y)))];
            Vector3 average = seen.Aggregate(Vector3.Add) / seen.Length;
            mean = average;
            return seen.Select(value => Vector3.Abs(value - average)).Aggregate(Vector3.Add) / seen.Length;
        }

        float sharp = Deviation(0, out Vector3 sharpMean).X, soft = Deviation(0.3f, out Vector3 softMean).X, softest = Deviation(1, out _).X;
        Assert.That(sharp, Is.GreaterThan(0.4f), "Black and white stripes.");
        Assert.That(soft, Is.LessThan(0.5f * sharp));
        Assert.That(softest, Is.LessThan(0.5f * soft));
        Assert.That(Vector3.Distance(sharpMean, softMean), Is.LessThan(0.03));
    }

    [Test]
    public void FlickeringWall_KeepsItsLayersBehindGlass([Values(1, 4)] int msaa)
    {
        const int Layers = 6;
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(20, builder.Add(Material.Default with { Metallic = 0 })), At(0, 0, -WallDepth));
        builder.Add(Shapes.Quad(0.3f, builder.Add(Glass)), At(0, 0, -PlateDepth));
        builder.Add(new Light { Kind = LightKind.Directional, Intensity = 3 }, Aimed(new(0, 5, -3), new(0, 0, -4)));
        double[] weights = [.. Enumerable.Range(0, Layers).Select(k => 1.0 / (k + 1))];
        SceneInstance scene = builder.Build();
        RenderedView glass = Render(scene, Camera(33, 33, Focal), Settings with { Msaa = msaa }, layerWeights: [weights]);
        Assert.That(glass.InstanceAt(16, 16), Is.EqualTo(2));
        for (int k = 0; k < Layers; k++)
        {
            Vector3 seen = glass.RadianceAt(16, 16, k), beside = glass.RadianceAt(1, 16, k);
            Assert.That(Vector3.Distance(seen, (float)weights[k] * glass.RadianceAt(16, 16)), Is.LessThan(1e-5), $"layer {k}");
            Assert.That(seen.X / beside.X, Is.EqualTo(Passed).Within(0.03), $"layer {k}: the wall looks a little different from aside.");
        }
    }

    [Test]
    public void NearestGlassShows_WhateverIsBehindIt([Values(1, 4)] int msaa)
    {
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(20, builder.Add(Material.Default with { Unlit = true })), At(0, 0, -5));
        builder.Add(Shapes.Quad(1, builder.Add(Glass with { BaseColor = new(1, 0, 0, 1) })), At(0.3, 0, -3));
        builder.Add(Shapes.Quad(1, builder.Add(Glass with { BaseColor = new(0, 1, 0, 1) })), At(-0.3, 0, -2));
        builder.Add(Shapes.Quad(0.2f, builder.Add(Material.Default with { Unlit = true, BaseColor = new(0, 0, 1, 1) })), At(-0.3, 0, -1));
        RenderedView view = Render(builder.Build(), Camera(65, 65, 50), Settings with { Msaa = msaa });
        Assert.That(Vector3.Distance(view.RadianceAt(17, 32), Vector3.UnitZ), Is.LessThan(1e-5), "The opaque card is before both.");
        Assert.That(Vector3.Distance(view.RadianceAt(31, 32), Passed * Vector3.UnitY), Is.LessThan(0.01), "Green glass hides red glass and shows the wall.");
        Assert.That(Vector3.Distance(view.RadianceAt(41, 32), Passed * Vector3.UnitX), Is.LessThan(0.01), "Red glass alone.");
    }

    [Test]
    public void BackgroundShowsThroughGlass()
    {
        var builder = new SceneBuilder { Environment = new("uniform", 1, 0) };
        builder.Add(Shapes.Quad(1, builder.Add(Glass with { BaseColor = new(0, 0, 0, 1) })), At(-0.6, 0, -PlateDepth));
        builder.Add(Shapes.Quad(1, builder.Add(Glass)), At(0.6, 0, -PlateDepth));
        RenderedView view = Render(builder.Build(), Camera(65, 65, 40), environment: EquirectangularImage.Uniform(Vector3.One));
        float reflected = view.RadianceAt(20, 32).X;
        Assert.That(reflected, Is.EqualTo(0.04f).Within(0.01f), "Black glass only reflects.");
        Assert.That(view.RadianceAt(44, 32).X, Is.EqualTo(1).Within(1e-3), "Clear glass reflects and transmits all there is.");
    }

    [Test]
    public void ClearGlassCastsNoShadow_AndALampShinesThroughIt()
    {
        Vector3 Lit(Material plate)
        {
            var builder = new SceneBuilder();
            builder.Add(Shapes.Quad(1, builder.Add(Material.Default with { Metallic = 0 })), At(0, 0, -3));
            builder.Add(Shapes.Quad(1, builder.Add(plate with { DoubleSided = true })), At(0, 1, -2));
            builder.Add(new Light { Kind = LightKind.Directional, Intensity = 3 }, Aimed(new(0, 2, -1), new(0, 0, -3)));
            return Render(builder.Build(), Camera(33, 33, 60)).RadianceAt(16, 16);
        }

        Assert.That(Lit(Glass).X, Is.GreaterThan(0.3f));
        Assert.That(Lit(Glass with { Transmission = null }).X, Is.Zero);
    }

    // Radiance of the wall along the ray of a pixel: red grows to the right, green downwards, blue falls downwards.
    private static Vector3 WallAt(double column, double row)
    {
        double u = (((column - 32) / Focal * WallDepth) + 4) / 8, v = (((row - 32) / Focal * WallDepth) + 4) / 8;
        return new((float)(v + (0.2 * u)), (float)v, (float)(0.5 * (1 - v)));
    }

    private static RenderedView Seen(Material plate, Vector3d axis, double degrees, int msaa = 1, double scale = 1, bool stripes = false)
    {
        var builder = new SceneBuilder();
        int wall = builder.Add(Material.Default with { Unlit = true });
        if (stripes)
        {
            for (int i = 0; i < 40; i++)
            {
                builder.Add(Shapes.Quad(0.1f, wall), Matrix4x4d.FromTrs(new(0, (0.2 * i) - 4, -WallDepth), Quaterniond.Identity, new(100, 1, 1)));
            }
        }
        else
        {
            Vector3 TopLeft(double u, double v) => new((float)(v + (0.2 * u)), (float)v, (float)(0.5 * (1 - v)));
            Vector4[] corners = [new(TopLeft(0, 1), 1), new(TopLeft(1, 1), 1), new(TopLeft(1, 0), 1), new(TopLeft(0, 0), 1)];
            builder.Add(Shapes.Quad(8, wall) with { Colors = corners }, At(0, 0, -WallDepth));
        }

        Matrix4x4d pose = Matrix4x4d.FromTrs(new(0, 0, -PlateDepth), Quaterniond.FromAxisAngle(axis, degrees * Math.PI / 180), new(scale, scale, scale));
        builder.Add(Shapes.Quad(2, builder.Add(plate)), pose);
        return Render(builder.Build(), Camera(65, 65, Focal), Settings with { Msaa = msaa });
    }

    private static double NormalDotView(Vector3d axis, double degrees, int column, int row)
    {
        Vector3d normal = Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.FromAxisAngle(axis, degrees * Math.PI / 180), new(1, 1, 1)).ColumnZ;
        var towards = new Vector3d(-(column - 32) / Focal, (row - 32) / Focal, 1);
        return Vector3d.Dot(normal, towards.Normalized());
    }

    // The row where the camera sees the end of a way through a plate that is tilted about X, entered on the optical axis (camera frame: Y down).
    private static double ExitRow(double ior, double degrees, double thickness)
    {
        double incidence = degrees * Math.PI / 180, refracted = Math.Asin(Math.Sin(incidence) / ior), bend = incidence - refracted;

        // Turned about +X, the normal leans down: the ray bends up, against the rows.
        double z = PlateDepth + (thickness * Math.Cos(bend)), y = -thickness * Math.Sin(bend);
        return 32 + (Focal * y / z);
    }
}
