using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Shadows fall where geometry says, and nowhere else.</summary>
public sealed class ShadowTests : RenderingFixture
{
    private static readonly Vector3d Lamp = new(0, 0, 1);

    private static Light LightOf(LightKind kind) => new() { Kind = kind, Intensity = 20, InnerConeAngle = 0.7, OuterConeAngle = 0.9 };

    [TestCase(LightKind.Point)]
    [TestCase(LightKind.Spot)]
    [TestCase(LightKind.Directional)]
    public void Occluder_DarkensItsShadowOnly(LightKind kind)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(4, white), At(0, 0, -3)).Add(Shapes.Quad(0.5f, white), At(0.5, 0, -1)).Add(LightOf(kind), Aimed(Lamp, new(0, 0, 0)));
        SensorSim.Cameras.CameraView camera = Camera(200, 200, 100);
        RenderedView shadowed = Render(builder.Build(), camera), open = Render(builder.Build(), camera, Settings with { ShadowMapSide = 0 });

        // A lamp at z = 1 doubles the occluder at z = −1 on the wall at z = −3.
        double scale = kind == LightKind.Directional ? 1 : 2;
        for (int y = 40; y < 160; y++)
        {
            for (int x = 40; x < 160; x++)
            {
                if (shadowed.InstanceAt(x, y) != 1)
                {
                    continue;
                }

                double wallX = (x - 99.5) * 3 / 100, wallY = (99.5 - y) * 3 / 100;
                double inside = (scale * 0.25) - Math.Max(Math.Abs(wallX - (scale * 0.5)), Math.Abs(wallY));
                double share = shadowed.RadianceAt(x, y).X / open.RadianceAt(x, y).X;
                if (Math.Abs(inside) > 0.04)
                {
                    Assert.That(share, Is.EqualTo(inside > 0 ? 0 : 1).Within(1e-3), $"wall ({wallX:F3}, {wallY:F3})");
                }
            }
        }
    }

    [TestCase(LightKind.Point)]
    [TestCase(LightKind.Spot)]
    [TestCase(LightKind.Directional)]
    public void LitSphere_HasNoAcne(LightKind kind)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Sphere(white, 96), At(0, 0, -3)).Add(LightOf(kind), Aimed(new(2, 2, 0.5), new(0, 0, -3)));
        SensorSim.Cameras.CameraView camera = Camera(160, 160, 200);
        RenderedView shadowed = Render(builder.Build(), camera), open = Render(builder.Build(), camera, Settings with { ShadowMapSide = 0 });
        double brightest = open.AllRadiance.Max(value => value.X);
        for (int i = 0; i < open.AllRadiance.Count; i++)
        {
            if (open.AllRadiance[i].X > 0.15 * brightest)
            {
                Assert.That(shadowed.AllRadiance[i].X, Is.EqualTo(open.AllRadiance[i].X).Within(1e-3 * brightest), $"pixel {i}");
            }
        }
    }

    [Test]
    public void ShadowOfABoxOnTheFloor_TouchesTheBox()
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(6, white), Turned(Vector3d.UnitX, -90, new(0, -1, -4))).Add(Shapes.Cube(1, white), At(0, -0.5, -4))
            .Add(LightOf(LightKind.Directional), Aimed(new(-1, 1, 0), Vector3d.Zero));
        SensorSim.Cameras.CameraView camera = Camera(200, 200, 150, new(0, 1, 0));
        RenderedView shadowed = Render(builder.Build(), camera), open = Render(builder.Build(), camera, Settings with { ShadowMapSide = 0 });

        // The light comes from the left at 45 degrees: the floor right of the box is dark for one metre, close to the box on.
        foreach (double distance in (double[])[0.06, 0.1, 0.5, 0.9])
        {
            double depth = 3.6, x = 0.5 + distance, y = -1;
            int column = (int)Math.Round(99.5 + (150 * x / depth)), row = (int)Math.Round(99.5 - (150 * (y - 1) / depth));
            Assert.That(open.RadianceAt(column, row).X, Is.GreaterThan(1));
            Assert.That(shadowed.RadianceAt(column, row).X, Is.LessThan(0.05 * open.RadianceAt(column, row).X), $"{distance} m");
        }
    }

    [Test]
    public void ShadowsFollowWhatMovesFromFrameToFrame()
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(4, white), At(0, 0, -3)).Add(Shapes.Quad(0.5f, white), At(0.5, 0, -1)).Add(LightOf(LightKind.Spot), Aimed(Lamp, new(0, 0, 0)));
        SensorSim.Cameras.CameraView camera = Camera(100, 100, 50);
        SceneInstance before = builder.Build();
        Matrix4x4d[] moved = [.. before.NodeToWorld];
        moved[SceneInstances.Of(before.Twin)[1].Node] = At(-0.5, 0.25, -1);
        SceneInstance after = before with { NodeToWorld = moved };
        SceneInstance turnedOff = after with { Lamps = [] };
        SceneInstance dimmed = after with { Lamps = [.. after.Lamps.Select(lamp => lamp with { Light = lamp.Light with { OuterConeAngle = 0.2, InnerConeAngle = 0.1 } })] };

        using var renderer = new FrameRenderer(Device, Shaders, before.Twin, Settings);
        foreach (SceneInstance instance in (SceneInstance[])[before, before, after, turnedOff, after, dimmed, before])
        {
            using FrameOutput output = renderer.Submit(new(instance, [new(camera, new RadianceReadback())])).Wait();
            Assert.That(new RenderedView(output.Views[0]).AllRadiance, Is.EqualTo(Render(instance, camera).AllRadiance));
        }
    }

    [TestCase(LightKind.Spot)]
    [TestCase(LightKind.Point)]
    [TestCase(LightKind.Directional)]
    public void WhatStandsStill_IsKept_AndWhatVariesIsDrawnOverIt(LightKind kind)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        int grille = builder.Add(Material.Default with { Metallic = 0, AlphaMode = AlphaMode.Mask, BaseColor = new(1, 1, 1, 1) });
        builder.Add(Shapes.Quad(4, white), At(0, 0, -3)).Add(Shapes.Quad(0.5f, white), At(0.5, 0, -1)).Add(Shapes.Quad(0.4f, white), At(-0.5, 0.3, -1.5)).Add(Shapes.Quad(0.3f, grille), At(0, -0.5, -1.2))
            .Add(LightOf(kind), Aimed(Lamp, new(0, 0, 0)));
        SensorSim.Cameras.CameraView camera = Camera(100, 100, 50);
        SceneInstance first = builder.Build();
        SceneInstance Moved(SceneInstance given, int index, double x)
        {
            Matrix4x4d[] poses = [.. given.NodeToWorld];
            poses[SceneInstances.Of(given.Twin)[index].Node] = At(x, 0.25, -1);
            return given with { NodeToWorld = poses };
        }

        SceneInstance In(SceneInstance given, Func<Material, Material> change) => given with { Materials = [.. given.Materials.Select(change)] };
        SceneInstance left = Moved(first, 1, -0.5), right = Moved(first, 1, 0.6), both = Moved(left, 2, 0.1);
        int second = SceneInstances.Of(first.Twin)[2].Node;
        SceneInstance[] cousins =
        [
            first, left, right, // one object varies: the others are kept
            In(right, material => material with { BaseColor = new(0.5f, 0.5f, 0.5f, 1) }), // casts alike
            both, first, // another one varies too
            In(first, material => material.AlphaMode == AlphaMode.Mask ? material with { BaseColor = new(1, 1, 1, 0) } : material), // a hole opens in what stood
            first with { Shapes = new Dictionary<int, int?> { [second] = null } }, left, // an object is gone, and back
            left with { Lamps = [.. left.Lamps.Select(lamp => lamp with { Light = lamp.Light with { Intensity = 5 } })] }, // maps as before
            left with { NodeToWorld = [.. left.NodeToWorld.Select((pose, node) => node == left.Lamps[0].Node ? Aimed(new(0.2, 0, 1), new(0, 0, -3)) : pose)] }, // a lamp moves: all is drawn anew
            both,
        ];

        using var renderer = new FrameRenderer(Device, Shaders, first.Twin, Settings);
        foreach ((int i, SceneInstance cousin) in cousins.Index())
        {
            using FrameOutput output = renderer.Submit(new(cousin, [new(camera, new RadianceReadback())])).Wait();
            Assert.That(new RenderedView(output.Views[0]).AllRadiance, Is.EqualTo(Render(cousin, camera).AllRadiance), $"frame {i}");
        }
    }
}
