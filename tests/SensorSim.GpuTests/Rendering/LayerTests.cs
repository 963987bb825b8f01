using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Radiance layers, multisampling, and the same bytes every time.</summary>
public sealed class LayerTests : RenderingFixture
{
    [Test]
    public void Layers_AddUpToTheSteadyPicture([Values(1, 4)] int msaa, [Values(3, 10)] int layers, [Values(false, true)] bool hasGlass)
    {
        SceneInstance scene = TwoLamps(hasGlass);

        // Lamp i is split over all layers: w, then equal parts of the rest.
        double[][] weights = [.. new[] { 0.5, 0.25 }.Select(first => Enumerable.Range(0, layers).Select(k => k == 0 ? first : (1 - first) / (layers - 1)).ToArray())];
        var settings = Settings with { Msaa = msaa };
        RenderedView whole = Render(scene, Camera(48, 32, 40), settings, StudioEnvironment.Create());
        RenderedView split = Render(scene, Camera(48, 32, 40), settings, StudioEnvironment.Create(), weights);
        for (int y = 0; y < 32; y++)
        {
            for (int x = 0; x < 48; x++)
            {
                Vector3 sum = Vector3.Zero;
                for (int k = 0; k < layers; k++)
                {
                    sum += split.RadianceAt(x, y, k);
                }

                Assert.That(Vector3.Distance(sum, whole.RadianceAt(x, y)), Is.LessThan(1e-4 * (1 + sum.Length())), $"({x}, {y})");
            }
        }
    }

    [Test]
    public void FlickerLayers_CarryLampsOnly()
    {
        SceneInstance scene = TwoLamps(hasGlass: false);
        scene = scene with { Materials = [.. scene.Materials.Select(material => material with { Emissive = Vector3.Zero })] };
        RenderedView view = Render(scene, Camera(48, 32, 40), Settings, StudioEnvironment.Create(), [[1, 0], [1, 1]]);
        RenderedView secondAlone = Render(scene with { Lamps = [scene.Lamps[1]], Environment = EnvironmentLight.None }, Camera(48, 32, 40));
        for (int y = 0; y < 32; y++)
        {
            for (int x = 0; x < 48; x++)
            {
                Vector3 expected = view.InstanceAt(x, y) == 0 ? Vector3.Zero : secondAlone.RadianceAt(x, y);
                Assert.That(Vector3.Distance(view.RadianceAt(x, y, 1), expected), Is.LessThan(1e-5), $"({x}, {y})");
            }
        }
    }

    [Test]
    public void Multisampling_ChangesEdgesOnly()
    {
        SceneInstance scene = TwoLamps(hasGlass: false);
        RenderedView one = Render(scene, Camera(96, 64, 80), Settings, StudioEnvironment.Create());
        RenderedView four = Render(scene, Camera(96, 64, 80), Settings with { Msaa = 4 }, StudioEnvironment.Create());
        Assert.That(four.Instance, Is.EqualTo(one.Instance), "Labels have one sample.");
        Assert.That(four.Depth, Is.EqualTo(one.Depth));
        int inside = 0, edges = 0, seams = 0;
        for (int y = 1; y < 63; y++)
        {
            for (int x = 1; x < 95; x++)
            {
                (int X, int Y)[] around = [.. Enumerable.Range(0, 9).Select(i => (x - 1 + (i % 3), y - 1 + (i / 3)))];
                bool isFlat = around.All(p => Vector3.Distance(one.NormalAt(p.X, p.Y), one.NormalAt(x, y)) < 1e-3
                    && one.InstanceAt(p.X, p.Y) == one.InstanceAt(x, y));
                float difference = Vector3.Distance(one.RadianceAt(x, y), four.RadianceAt(x, y));
                if (isFlat)
                {
                    inside++;

                    seams += difference < 1e-3 * (1 + one.RadianceAt(x, y).Length()) ? 0 : 1;
                    Assert.That(difference, Is.LessThan(5e-2 * (1 + one.RadianceAt(x, y).Length())), $"({x}, {y})");
                }
                else if (difference > 1e-2)
                {
                    edges++;
                }
            }
        }

        Assert.That(inside, Is.GreaterThan(1000));
        Assert.That(seams, Is.LessThan(0.05 * inside), "Only where triangles of a plane meet in a pixel: each is shaded in the middle of its own samples.");
        Assert.That(edges, Is.GreaterThan(20), "Edges are smoothed.");
    }

    [Test]
    public void SameRequest_GivesTheSameBytes([Values(1, 4)] int msaa)
    {
        SceneInstance scene = TwoLamps(hasGlass: true);
        RenderedView first = Render(scene, Camera(48, 32, 40), Settings with { Msaa = msaa }, StudioEnvironment.Create());
        RenderedView second = Render(scene, Camera(48, 32, 40), Settings with { Msaa = msaa }, StudioEnvironment.Create());
        Assert.That(second.AllRadiance, Is.EqualTo(first.AllRadiance));
        Assert.That(second.Depth, Is.EqualTo(first.Depth));
        Assert.That(second.Normal, Is.EqualTo(first.Normal));
    }

    private static SceneInstance TwoLamps(bool hasGlass)
    {
        var builder = new SceneBuilder { Environment = new(EnvironmentLight.Studio, 0.5, 0) };
        int wall = builder.Add(Material.Default with { Metallic = 0, Roughness = 0.8f, BaseColor = new(0.8f, 0.6f, 0.4f, 1) });
        int metal = builder.Add(Material.Default with { Roughness = 0.4f, BaseColor = new(0.9f, 0.9f, 0.7f, 1), Emissive = new(0.1f, 0, 0) });
        builder.Add(Shapes.Quad(3, wall), At(0, 0, -4)).Add(Shapes.Cube(1, metal), Turned(new Vector3d(1, 1, 0).Normalized(), 35, new(0.3, 0, -3)))
            .Add(new Light { Kind = LightKind.Point, Intensity = 5 }, At(1, 1, -1))
            .Add(new Light { Kind = LightKind.Directional, Intensity = 2 }, Aimed(new(-1, 1, 1), Vector3d.Zero));
        if (hasGlass)
        {
            int glass = builder.Add(Material.Default with { Metallic = 0, AlphaMode = AlphaMode.Blend, BaseColor = new(0.5f, 0.8f, 1, 0.3f) });
            builder.Add(Shapes.Quad(0.8f, glass), At(-0.5, 0, -2));
        }

        return builder.Build();
    }
}
