using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>What glows gives its surroundings as much light as its area and radiance say, and itself none.</summary>
public sealed class EmissiveLightTests : RenderingFixture
{
    private const double WallZ = -4;
    private const float Glow = 5;

    /// <summary>Reflects diffusely only, and all of it: radiance is illuminance / π.</summary>
    private static Material Chalk => Material.Default with { Metallic = 0, Specular = new(0, null, Vector3.One, null) };

    private static Material Lamp => Chalk with { BaseColor = new(0, 0, 0, 1), Emissive = new(Glow, Glow, Glow) };

    [TestCase(2.0, 0.0, 1.0, 1.0)]
    [TestCase(3.0, 0.0, 1.0, 1.0)]
    [TestCase(3.0, 40.0, 1.0, 1.0)]
    [TestCase(2.5, -60.0, 1.0, 1.0)]
    [TestCase(2.0, 0.0, 0.1, 1.0)]
    [TestCase(2.0, 20.0, 1.0, 0.3)]
    public void Quad_LightsAWallAsItsFormFactorSays(double distance, double tilt, double width, double height)
    {
        var pose = Matrix4x4d.FromTrs(new(0.2, 0.1, WallZ + distance), Quaterniond.FromAxisAngle(Vector3d.UnitX, (180 + tilt) * Math.PI / 180), new(width, height, 1));
        CheckWall(builder => builder.Add(Shapes.Quad(1, builder.Add(Lamp)), pose), WallZ + distance, (at, normal) => OfQuad(at, normal, pose), 5);
    }

    [Test]
    public void LongTube_IsMoreThanAPoint([Values(0.5, 1)] double distance)
    {
        var pose = Matrix4x4d.FromTrs(new(0, 0, WallZ + distance), Quaterniond.FromAxisAngle(Vector3d.UnitX, Math.PI), new(2, 0.05, 1));
        CheckWall(builder => builder.Add(Shapes.Quad(1, builder.Add(Lamp)), pose), WallZ + distance, (at, normal) => OfQuad(at, normal, pose), distance < 1 ? 15 : 8);
    }

    [Test]
    public void Sphere_GivesPiTimesItsDiscInEveryDirection()
    {
        Vector3d centre = new(0.3, -0.2, WallZ + 2.5);
        double radius = 0.4;
        CheckWall(
            builder => builder.Add(Shapes.Sphere(builder.Add(Lamp), 64), Matrix4x4d.FromTrs(centre, Quaterniond.Identity, new(radius, radius, radius))),
            centre.Z - radius - 0.02,
            (at, normal) =>
            {
                Vector3d to = centre - at;
                return Glow * Math.PI * radius * radius / Vector3d.Dot(to, to) * Vector3d.Dot(normal, to.Normalized());
            },
            5);
    }

    [Test]
    public void BothSidesOfADoubleSidedMaterial_Shine()
    {
        var pose = Matrix4x4d.FromTrs(new(0, 0, WallZ + 2), Quaterniond.Identity, new(1, 1, 1));
        CheckWall(builder => builder.Add(Shapes.Quad(1, builder.Add(Lamp with { DoubleSided = true })), pose), WallZ + 2, (at, normal) => OfQuad(at, normal, pose, isTwoSided: true), 5);
    }

    [Test]
    public void BackOfASingleSidedMaterial_IsDark()
    {
        RenderedView view = Wall(builder => builder.Add(Shapes.Quad(1, builder.Add(Lamp)), At(0, 0, WallZ + 2)), WallZ + 1.9);
        Assert.That(view.AllRadiance.Max(value => value.X), Is.LessThan(1e-5));
    }

    [Test]
    public void Texture_SaysWhereTheLightComesFrom()
    {
        // The right half is black: what remains is half as wide and has its middle a quarter to the left.
        byte[] rgba = [.. Enumerable.Range(0, 64).SelectMany(i => i % 8 < 4 ? (byte[])[255, 255, 255, 255] : [0, 0, 0, 255])];
        var half = Matrix4x4d.FromTrs(new(-0.25, 0, WallZ + 2), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI), new(0.5, 1, 1));
        var whole = Matrix4x4d.FromTrs(new(0, 0, WallZ + 2), Quaterniond.FromAxisAngle(Vector3d.UnitX, Math.PI), new(1, 1, 1));
        CheckWall(
            builder =>
            {
                int texture = builder.Add(new Image(null, 8, 8, rgba), TextureSampler.Default with { Mip = MipFilter.None });
                builder.Add(Shapes.Quad(1, builder.Add(Lamp with { EmissiveTexture = new(texture, 0, Matrix3x2.Identity, 1) })), whole);
            },
            WallZ + 2,
            (at, normal) => OfQuad(at, normal, half),
            5);
    }

    [Test]
    public void VeryNear_LightStaysBelowThatOfAFullSky([Values(0.02, 0.1, 0.4)] double distance)
    {
        var pose = Matrix4x4d.FromTrs(new(0, 0, WallZ + distance), Quaterniond.FromAxisAngle(Vector3d.UnitX, Math.PI), new(1, 1, 1));
        RenderedView view = Wall(builder => builder.Add(Shapes.Quad(1, builder.Add(Lamp)), pose), WallZ + distance);
        Assert.That(view.AllRadiance.Max(value => value.X), Is.LessThanOrEqualTo(Glow).And.GreaterThan(0.3 * Glow));
    }

    [Test]
    public void Light_IsProportionalToTheStrength()
    {
        RenderedView once = Wall(builder => AddLamp(builder, 1), WallZ + 1.9), thrice = Wall(builder => AddLamp(builder, 3), WallZ + 1.9);
        for (int i = 0; i < once.AllRadiance.Count; i++)
        {
            Assert.That(thrice.AllRadiance[i].X, Is.EqualTo(3 * once.AllRadiance[i].X).Within(1e-3).Percent);
        }
    }

    [Test]
    public void NothingThatGlows_OrNothingAsked_CostsNotABit([Values(1, 4)] int msaa)
    {
        SceneInstance glowing = Room(1), dark = Room(0);
        CameraView camera = Camera(64, 64, 40);
        RenderedView unlit = Render(glowing with { EmissiveLights = false }, camera, Settings with { Msaa = msaa }), lit = Render(glowing, camera, Settings with { Msaa = msaa });
        Assert.That(Render(dark, camera, Settings with { Msaa = msaa }).AllRadiance, Is.EqualTo(Render(dark with { EmissiveLights = false }, camera, Settings with { Msaa = msaa }).AllRadiance));
        Assert.That(lit.AllRadiance, Is.Not.EqualTo(unlit.AllRadiance));
        for (int y = 1; y < 63; y++)
        {
            for (int x = 1; x < 63; x++)
            {
                if (Enumerable.Range(0, 9).All(i => lit.InstanceAt(x - 1 + (i % 3), y - 1 + (i / 3)) == 2))
                {
                    Assert.That(lit.RadianceAt(x, y), Is.EqualTo(unlit.RadianceAt(x, y)), "What glows does not light itself.");
                }
            }
        }
    }

    [Test]
    public void WhereAllIsOfOneMaterial_ThereIsNothingToLight()
    {
        var builder = new SceneBuilder();
        int glowing = builder.Add(Material.Default with { Emissive = new(1, 1, 1) });
        builder.Add(Shapes.Quad(2, glowing), At(0, 0, -3)).Add(Shapes.Cube(0.5f, glowing), At(0, 0, -2)).Add(new Light { Kind = LightKind.Point, Intensity = 3 }, At(1, 1, 0));
        SceneInstance scene = builder.Build();
        Assert.That(Render(scene with { EmissiveLights = true }, Camera(48, 48, 40)).AllRadiance, Is.EqualTo(Render(scene, Camera(48, 48, 40)).AllRadiance));
    }

    [Test]
    public void WhatStandsBetween_CastsAShadow()
    {
        RenderedView open = Wall(builder => AddLamp(builder, 1, 0.3f), WallZ + 0.95);
        RenderedView shadowed = Wall(
            builder =>
            {
                AddLamp(builder, 1, 0.3f);
                builder.Add(Shapes.Quad(0.5f, builder.Add(Chalk)), At(0, 0, WallZ + 1));
            },
            WallZ + 0.95);
        Assert.That(shadowed.RadianceAt(50, 50).X, Is.LessThan(0.02 * open.RadianceAt(50, 50).X));
        Assert.That(shadowed.RadianceAt(2, 2).X, Is.GreaterThan(0.99 * open.RadianceAt(2, 2).X).And.LessThan(1.001 * open.RadianceAt(2, 2).X));
    }

    [Test]
    public void FlickerOfLamps_DoesNotTouchIt()
    {
        SceneInstance room = Room(1);
        RenderedView split = Render(room, Camera(64, 64, 40), layerWeights: [[0.5, 0.5]]), lampAlone = Render(room with { EmissiveLights = false }, Camera(64, 64, 40), layerWeights: [[0.5, 0.5]]);
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 64; x++)
            {
                Assert.That(Vector3.Distance(split.RadianceAt(x, y, 1), lampAlone.RadianceAt(x, y, 1)), Is.LessThan(1e-5));
            }
        }
    }

    // A sphere that glows over a floor, with a small lamp besides.
    private static SceneInstance Room(float strength)
    {
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(8, builder.Add(Chalk)), Turned(Vector3d.UnitX, -90, new(0, -1, -4)));
        builder.Add(Shapes.Sphere(builder.Add(Chalk with { Emissive = strength * new Vector3(2, 1, 0.5f) }), 32), Matrix4x4d.FromTrs(new(0, -0.2, -3), Quaterniond.Identity, new(0.5, 0.5, 0.5)));
        builder.Add(new Light { Kind = LightKind.Point, Intensity = 2 }, At(1, 1, -1));
        return builder.Build() with { EmissiveLights = true };
    }

    private static void AddLamp(SceneBuilder builder, float strength, float side = 1) =>
        builder.Add(Shapes.Quad(side, builder.Add(Lamp with { Emissive = strength * Lamp.Emissive })), Turned(Vector3d.UnitX, 180, new(0, 0, WallZ + 2)));

    // The wall as a camera sees it that stands at a depth, 2 m of it across.
    private static RenderedView Wall(Action<SceneBuilder> addLamps, double eyeZ)
    {
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(12, builder.Add(Chalk)), At(0, 0, WallZ));
        addLamps(builder);
        return Render(builder.Build() with { EmissiveLights = true }, Camera(101, 101, 50 * (eyeZ - 0.01 - WallZ), new(0, 0, eyeZ - 0.01)));
    }

    private static void CheckWall(Action<SceneBuilder> addLamps, double eyeZ, Func<Vector3d, Vector3d, double> illuminance, double percent)
    {
        RenderedView view = Wall(addLamps, eyeZ);
        for (int y = 0; y < view.Height; y += 10)
        {
            for (int x = 0; x < view.Width; x += 10)
            {
                double expected = illuminance(new((x - 50) / 50.0, (50 - y) / 50.0, WallZ), Vector3d.UnitZ) / Math.PI;
                Assert.That(view.RadianceAt(x, y).X, Is.EqualTo(expected).Within(percent).Percent, $"({x}, {y})");
            }
        }
    }

    // The integral of L · cos · cos / r² over a unit square in its pose.
    private static double OfQuad(Vector3d at, Vector3d normal, in Matrix4x4d pose, bool isTwoSided = false)
    {
        const int Cells = 40;
        Vector3d facing = Vector3d.Cross(pose.ColumnX, pose.ColumnY);
        double sum = 0, area = facing.Length / (Cells * Cells);
        for (int i = 0; i < Cells * Cells; i++)
        {
            Vector3d to = pose.TransformPoint(new((((i % Cells) + 0.5) / Cells) - 0.5, (((i / Cells) + 0.5) / Cells) - 0.5, 0)) - at;
            double leaving = Vector3d.Dot(-to.Normalized(), facing.Normalized());
            sum += Glow * area * (isTwoSided ? Math.Abs(leaving) : Math.Max(leaving, 0)) * Math.Max(Vector3d.Dot(to.Normalized(), normal), 0) / Vector3d.Dot(to, to);
        }

        return sum;
    }
}
