using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Ambient occlusion takes from the environment's light what geometry keeps away, and from nothing else.</summary>
public sealed class AmbientOcclusionTests : RenderingFixture
{
    /// <summary>Of the share of the hemisphere that is open.</summary>
    private const double Tolerance = 0.05;

    private const double Floor = -1;
    private const double Back = -4;

    /// <summary>Reflects diffusely only.</summary>
    private static Material Chalk => Material.Default with { Metallic = 0, Specular = new(0, null, Vector3.One, null) };

    private static EnvironmentLight Light(double? radius) => new("uniform", 1, 0) { AmbientOcclusion = radius is { } metres ? new(metres) : null };

    [Test]
    public void Plane_IsOpen_ToTheBit([Values(1, 4)] int msaa, [Values(0, 50, 80)] double degrees)
    {
        var builder = new SceneBuilder();
        builder.Add(Shapes.Quad(8, builder.Add(Material.Default with { Metallic = 0, Roughness = 0.5f })), Turned(Vector3d.UnitX, -degrees, new(0, -0.5, -3)));
        (RenderedView without, RenderedView with) = WithAndWithout(builder, Camera(80, 80, 60), 1, msaa);
        Assert.That(with.AllRadiance, Is.EqualTo(without.AllRadiance));
    }

    [Test]
    public void FloorAtAWall_ReceivesWhatTheWallLeaves([Values(1, 4)] int msaa, [Values(0.5, 1, 3)] double height) =>
        CheckFloor(height, hasSideWall: false, msaa);

    [Test]
    public void FloorInACorner_ReceivesWhatTwoWallsLeave([Values(1, 4)] int msaa) => CheckFloor(3, hasSideWall: true, msaa);

    [Test]
    public void WhatIsFartherThanTheRadius_KeepsNothingAway()
    {
        (RenderedView without, RenderedView with) = WithAndWithout(Corner(3, hasSideWall: false), FromAbove, 0.4, msaa: 1);
        int near = 0;
        foreach ((int x, int y, Vector3d floor) in FloorPixels(without, FromAbove))
        {
            float share = with.RadianceAt(x, y).X / without.RadianceAt(x, y).X;
            near += share < 0.7 ? 1 : 0;
            if (floor.Z - Back > 0.6)
            {
                Assert.That(share, Is.EqualTo(1), $"{floor.Z - Back:F3} m");
            }
        }

        Assert.That(near, Is.GreaterThan(50));
    }

    [Test]
    public void TheLargerTheRadius_TheDarker()
    {
        double brighter = 1;
        foreach (double radius in (double[])[0.2, 0.5, 1, 3, 10, 100, 10_000, 1e6])
        {
            (RenderedView without, RenderedView with) = WithAndWithout(Corner(3, hasSideWall: true), FromAbove, radius, msaa: 1);
            double share = FloorPixels(without, FromAbove).Average(p => with.RadianceAt(p.X, p.Y).X / without.RadianceAt(p.X, p.Y).X);
            Assert.That(share, Is.LessThan(brighter + 0.005), $"{radius} m");
            brighter = share;
        }
    }

    [Test]
    public void EmissionAndLamps_AreNotDimmed([Values(1, 4)] int msaa)
    {
        SceneBuilder glowing = Corner(3, hasSideWall: true, Material.Default with { Metallic = 0, BaseColor = new(0, 0, 0, 1), Specular = new(0, null, Vector3.One, null), Emissive = new(2, 1, 0.5f) });
        (RenderedView without, RenderedView with) = WithAndWithout(glowing, Camera(64, 64, 30), 1, msaa);
        Assert.That(with.AllRadiance, Is.EqualTo(without.AllRadiance), "What glows is as bright to the bit.");

        SceneBuilder lit = Corner(3, hasSideWall: true);
        lit.Add(new Light { Kind = LightKind.Point, Intensity = 10 }, At(1, 1, -1));
        (_, RenderedView both) = WithAndWithout(lit, Camera(64, 64, 30), 1, msaa);
        (_, RenderedView ambient) = WithAndWithout(Corner(3, hasSideWall: true), Camera(64, 64, 30), 1, msaa);
        lit.Environment = EnvironmentLight.None;
        RenderedView lamp = Render(lit.Build(), Camera(64, 64, 30), Settings with { Msaa = msaa });
        for (int i = 0; i < both.AllRadiance.Count; i++)
        {
            if (both.Instance[i] != 0)
            {
                Assert.That(both.AllRadiance[i].X, Is.EqualTo(ambient.AllRadiance[i].X + lamp.AllRadiance[i].X).Within(1e-5 * (1 + both.AllRadiance[i].X)), $"pixel {i}");
            }
        }
    }

    [Test]
    public void TransparentSurfaces_AreNotDimmed([Values(1, 4)] int msaa)
    {
        SceneBuilder builder = Corner(3, hasSideWall: false);
        builder.Add(Shapes.Quad(2, builder.Add(Chalk with { AlphaMode = AlphaMode.Blend })), At(0, 0, Back + 0.05));
        (RenderedView without, RenderedView with) = WithAndWithout(builder, Camera(64, 64, 30), 1, msaa);
        int seen = 0;
        for (int y = 1; y < 63; y++)
        {
            for (int x = 1; x < 63; x++)
            {
                if (Enumerable.Range(0, 9).All(i => without.InstanceAt(x - 1 + (i % 3), y - 1 + (i / 3)) == 3))
                {
                    seen++;
                    Assert.That(with.RadianceAt(x, y), Is.EqualTo(without.RadianceAt(x, y)));
                }
            }
        }

        Assert.That(seen, Is.GreaterThan(50));
        Assert.That(with.AllRadiance, Is.Not.EqualTo(without.AllRadiance), "The corner is dimmed.");
    }

    [Test]
    public void WithoutAnEnvironment_NothingChanges()
    {
        SceneBuilder builder = Corner(3, hasSideWall: false);
        builder.Add(new Light { Kind = LightKind.Point, Intensity = 10 }, At(1, 1, -1));
        builder.Environment = EnvironmentLight.None;
        RenderedView without = Render(builder.Build(), Camera(64, 64, 30));
        builder.Environment = EnvironmentLight.None with { AmbientOcclusion = new(1) };
        Assert.That(Render(builder.Build(), Camera(64, 64, 30)).AllRadiance, Is.EqualTo(without.AllRadiance));
    }

    [Test]
    public void Labels_DoNotChange()
    {
        SceneBuilder builder = Corner(3, hasSideWall: true);
        (RenderedView without, RenderedView with) = WithAndWithout(builder, Camera(64, 64, 30), 1, msaa: 4);
        Assert.That(with.Instance, Is.EqualTo(without.Instance));
        Assert.That(with.Depth, Is.EqualTo(without.Depth));
        Assert.That(with.Normal, Is.EqualTo(without.Normal));
    }

    private static void CheckFloor(double height, bool hasSideWall, int msaa)
    {
        CameraView camera = FromAbove;
        (RenderedView without, RenderedView with) = WithAndWithout(Corner(height, hasSideWall), camera, 5, msaa);
        var errors = new List<double>();
        foreach ((int x, int y, Vector3d floor) in FloorPixels(without, camera).Where(pixel => pixel.Floor.Z < Back + 1 && pixel.Floor.X is > -1.3 and < 0))
        {
            // Beside a wall the share changes within the pixels that the filter joins.
            if (floor.Z > Back + 0.2)
            {
                errors.Add((with.RadianceAt(x, y).X / without.RadianceAt(x, y).X) - OpenShare(floor.X, floor.Z, height, hasSideWall));
            }
        }

        Assert.That(errors, Has.Count.GreaterThan(300));
        Assert.That(errors.Max(Math.Abs), Is.LessThan(Tolerance));
        Assert.That(errors.Average(), Is.EqualTo(0).Within(Tolerance / 2));
    }

    private static CameraView FromAbove => new("camera", new(240, 240, 120, 120, 119.5, 119.5), CameraView.LookAt(new(0, 2, 0), new(0, 0, Back)));

    // Where the floor is seen.
    private static IEnumerable<(int X, int Y, Vector3d Floor)> FloorPixels(RenderedView view, CameraView camera)
    {
        for (int y = 0; y < view.Height; y++)
        {
            for (int x = 0; x < view.Width; x++)
            {
                if (view.InstanceAt(x, y) == 1)
                {
                    Vector3d eye = camera.CameraToWorld.Translation;
                    Vector3d ray = camera.CameraToWorld.TransformDirection(new((x - camera.Intrinsics.Cx) / camera.Intrinsics.Fx, (y - camera.Intrinsics.Cy) / camera.Intrinsics.Fy, 1));
                    yield return (x, y, eye + ((Floor - eye.Y) / ray.Y * ray));
                }
            }
        }
    }

    // A wall at the back and perhaps one on the left, both upright on the floor.
    private static SceneBuilder Corner(double height, bool hasSideWall, Material? material = null)
    {
        var builder = new SceneBuilder();
        int chalk = builder.Add(material ?? Chalk);
        builder.Add(Shapes.Quad(20, chalk), Turned(Vector3d.UnitX, -90, new(0, Floor, Back + 10)));
        builder.Add(Shapes.Quad(1, chalk), Matrix4x4d.FromTrs(new(0, Floor + (height / 2), Back), Quaterniond.Identity, new(20, height, 1)));
        if (hasSideWall)
        {
            builder.Add(Shapes.Quad(1, chalk), Matrix4x4d.FromTrs(new(-1.5, Floor + (height / 2), Back + 10), Quaterniond.FromAxisAngle(Vector3d.UnitY, Math.PI / 2), new(20, height, 1)));
        }

        return builder;
    }

    // The mean over all azimuths of cos² of the horizon's elevation: the cosine-weighted share of the sky above walls of a height.
    private static double OpenShare(double x, double z, double height, bool hasSideWall)
    {
        const int Azimuths = 2000;
        double sum = 0;
        for (int i = 0; i < Azimuths; i++)
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * (i + 0.5) / Azimuths);
            double back = sin > 0 ? (z - Back) / sin : double.PositiveInfinity;
            double side = hasSideWall && cos < 0 ? (x + 1.5) / -cos : double.PositiveInfinity;
            double tangent = height / Math.Min(back, side);
            sum += 1 / (1 + (tangent * tangent));
        }

        return sum / Azimuths;
    }

    private static (RenderedView Without, RenderedView With) WithAndWithout(SceneBuilder builder, CameraView camera, double radius, int msaa)
    {
        RenderedView Look(double? metres)
        {
            builder.Environment = Light(metres);
            return Render(builder.Build(), camera, Settings with { Msaa = msaa }, EquirectangularImage.Uniform(Vector3.One));
        }

        return (Look(null), Look(radius));
    }
}
