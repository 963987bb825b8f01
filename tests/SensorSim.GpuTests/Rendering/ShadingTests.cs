using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Radiance against analysis.</summary>
public sealed class ShadingTests : RenderingFixture
{
    private static EnvironmentLight White { get; } = new("uniform", 1, 0);

    [Test]
    public void SilhouettesOfMirrors_HaveNoSparks()
    {
        var builder = new SceneBuilder { Environment = new(EnvironmentLight.Studio, 1, 0) };
        int mirror = builder.Add(Material.Default with { Metallic = 1, Roughness = 0.15f });
        int sphere = builder.AddMesh(Shapes.Sphere(mirror, 32));
        for (int i = 0; i < 15; i++)
        {
            builder.Add(sphere, At(((i % 5) * 2.31) - 4.62, ((i / 5) * 2.37) - 2.37, -9 - (0.13 * i)));
        }

        RenderedView view = Render(builder.Build(), Camera(640, 400, 480), Settings with { Msaa = 4 }, StudioEnvironment.Create());
        var sparks = new List<string>();
        for (int y = 1; y < view.Height - 1; y++)
        {
            for (int x = 1; x < view.Width - 1; x++)
            {
                float around = new[] { (-1, 0), (1, 0), (0, -1), (0, 1) }.Max(step => view.RadianceAt(x + step.Item1, y + step.Item2).X);
                if (view.RadianceAt(x, y).X > 2.2f * around)
                {
                    sparks.Add($"({x}, {y}): {view.RadianceAt(x, y).X:F2} beside {around:F2}");
                }
            }
        }

        Assert.That(sparks, Is.Empty);
    }

    [Test]
    public void WhiteFurnace_ReturnsWhatItReceives(
        [Values(0f, 1f)] float metallic, [Values(0f, 0.3f, 0.6f, 1f)] float roughness, [Values(1, 4)] int msaa)
    {
        var builder = new SceneBuilder { Environment = White };
        int material = builder.Add(Material.Default with { Metallic = metallic, Roughness = roughness });
        builder.Add(Shapes.Sphere(material), At(0, 0, -3));
        RenderedView view = Render(builder.Build(), Camera(64, 64, 80), Settings with { Msaa = msaa }, EquirectangularImage.Uniform(Vector3.One));
        for (int i = 0; i < view.AllRadiance.Count; i++)
        {
            Vector4 value = view.AllRadiance[i];
            Assert.That(Vector3.Distance(new(value.X, value.Y, value.Z), Vector3.One), Is.LessThan(0.01), $"pixel {i}");
        }
    }

    [Test]
    public void WhiteFurnaceOfManyLamps_ReturnsWhatItReceives([Values(0f, 1f)] float metallic, [Values(0.5f, 1f)] float roughness)
    {
        // Directional lights spread evenly over the hemisphere, 2π/N lux each, are a white sky of 1 nit.
        const int Count = 600;
        var builder = new SceneBuilder();
        int material = builder.Add(Material.Default with { Metallic = metallic, Roughness = roughness });
        builder.Add(Shapes.Quad(10, material), At(0, 0, -3));
        for (int i = 0; i < Count; i++)
        {
            double z = (i + 0.5) / Count, phi = i * Math.PI * (3 - Math.Sqrt(5)), ring = Math.Sqrt(1 - (z * z));
            var towards = new Vector3d(ring * Math.Cos(phi), ring * Math.Sin(phi), z);
            builder.Add(new Light { Kind = LightKind.Directional, Intensity = 2 * Math.PI / Count }, Aimed(towards, Vector3d.Zero));
        }

        RenderedView view = Render(builder.Build(), Camera(8, 8, 20), Settings with { ShadowMapSide = 0 });
        Assert.That(view.RadianceAt(4, 4).X, Is.EqualTo(1).Within(0.015));
    }

    [TestCase(LightKind.Point)]
    [TestCase(LightKind.Spot)]
    [TestCase(LightKind.Directional)]
    public void Lamp_LightsAPlaneByTheInverseSquareLaw(LightKind kind)
    {
        // The plane faces the lamp 2 m before it: 8 cd / 4 m² = 2 lx, as 2 lx of a directional light.
        const double Distance = 2;
        double intensity = kind == LightKind.Directional ? 2 : 2 * Distance * Distance;
        Light light = new() { Kind = kind, Intensity = intensity, InnerConeAngle = 0.4, OuterConeAngle = 0.5 };
        double reference = CentreRadiance(new() { Kind = LightKind.Directional, Intensity = 1 }, Distance);
        Assert.That(CentreRadiance(light, Distance), Is.EqualTo(2 * reference).Within(2e-3 * reference));
    }

    [Test]
    public void RoughDielectric_ReflectsAboutItsIlluminanceOverPi()
    {
        // At normal incidence a rough white dielectric differs from Lambert by its specular lobe of a few per cent only.
        Assert.That(CentreRadiance(new() { Kind = LightKind.Directional, Intensity = Math.PI }, 2), Is.EqualTo(1).Within(0.06));
    }

    [Test]
    public void LightRange_CutsOff()
    {
        Light light = new() { Kind = LightKind.Point, Intensity = 10 };
        double whole = CentreRadiance(light, 2), windowed = CentreRadiance(light with { Range = 4 }, 2), none = CentreRadiance(light with { Range = 1.9 }, 2);
        Assert.That(windowed / whole, Is.EqualTo(1 - (1.0 / 16)).Within(1e-3));
        Assert.That(none, Is.Zero);
    }

    [Test]
    public void SpotCone_FallsOffBetweenItsAngles()
    {
        Light light = new() { Kind = LightKind.Spot, Intensity = 10, InnerConeAngle = 0.2, OuterConeAngle = 0.6 };
        double aimed = CentreRadiance(light, 2), off = CentreRadiance(light, 2, 0.4), outside = CentreRadiance(light, 2, 0.7);
        double expected = Math.Pow((Math.Cos(0.4) - Math.Cos(0.6)) / (Math.Cos(0.2) - Math.Cos(0.6)), 2);
        Assert.That(off / aimed, Is.EqualTo(expected).Within(2e-3));
        Assert.That(outside, Is.Zero);
    }

    [Test]
    public void Unlit_IsItsBaseColour_AndEmissionAdds()
    {
        var builder = new SceneBuilder();
        int unlit = builder.Add(Material.Default with { Unlit = true, BaseColor = new(0.2f, 0.4f, 0.8f, 1) });
        int glowing = builder.Add(Material.Default with { Emissive = new(3, 2, 1) });
        builder.Add(Shapes.Quad(1, unlit), At(-0.6, 0, -2)).Add(Shapes.Quad(1, glowing), At(0.6, 0, -2));
        RenderedView view = Render(builder.Build(), Camera(64, 64, 40));
        Assert.That(view.RadianceAt(20, 32), Is.EqualTo(new Vector3(0.2f, 0.4f, 0.8f)));
        Assert.That(view.RadianceAt(43, 32), Is.EqualTo(new Vector3(3, 2, 1)));
    }

    [Test]
    public void VertexColours_AreInterpolatedInPerspective()
    {
        Primitive quad = Shapes.Quad(2) with { Colors = [Vector4.UnitW, Vector4.One, Vector4.One, Vector4.UnitW], Material = 0 };
        var builder = new SceneBuilder();
        builder.Add(Material.Default with { Unlit = true });
        builder.Add(quad, Turned(Vector3d.UnitY, 60, new(0, 0, -3)));
        RenderedView view = Render(builder.Build(), Camera(65, 65, 64));

        // The ray through a column meets the plane at s along its own X axis; black to white runs from s = −1 to 1.
        foreach (int x in (int[])[24, 32, 40])
        {
            double ray = (x - 32) / 64.0;
            double s = 3 * ray / (Math.Cos(Math.PI / 3) - (ray * Math.Sin(Math.PI / 3)));
            Assert.That(view.RadianceAt(x, 32).X, Is.EqualTo((1 - s) / 2).Or.EqualTo((1 + s) / 2).Within(1e-4), $"column {x}");
        }
    }

    [Test]
    public void Glass_LetsThroughWhatItDoesNotCover([Values(1, 4)] int msaa)
    {
        var builder = new SceneBuilder();
        int behind = builder.Add(Material.Default with { Unlit = true, BaseColor = new(0, 1, 0, 1) });
        int far = builder.Add(Material.Default with { Unlit = true, AlphaMode = AlphaMode.Blend, BaseColor = new(0, 0, 1, 0.5f) });
        int near = builder.Add(Material.Default with { Unlit = true, AlphaMode = AlphaMode.Blend, BaseColor = new(1, 0, 0, 0.25f) });
        builder.Add(Shapes.Quad(1, near), At(0, 0, -2)).Add(Shapes.Quad(1, far), At(0, 0, -2.5)).Add(Shapes.Quad(4, behind), At(0, 0, -3));
        Vector3 seen = Render(builder.Build(), Camera(33, 33, 40), Settings with { Msaa = msaa }).RadianceAt(16, 16);
        Assert.That(Vector3.Distance(seen, new(0.25f, 0.375f, 0.375f)), Is.LessThan(1e-5), "0.25 red over 0.5 blue over green.");
    }

    [Test]
    public void Environment_IsSeenWhereItShould()
    {
        // The panorama's quarters along u: the centre looks along +X, to its right +Z.
        var columns = new Vector3[64 * 32];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = ((i % 64) / 16) switch { 0 => Vector3.UnitX, 1 => Vector3.UnitY, 2 => Vector3.UnitZ, _ => Vector3.One };
        }

        SceneInstance scene = new SceneBuilder { Environment = White }.Build();
        Vector3 Towards(Vector3d target, double turn = 0)
        {
            SceneInstance turned = scene with { Environment = White with { RotationDegrees = turn, Intensity = 2 } };
            SensorSim.Cameras.CameraView camera = Camera(3, 3, 100) with { CameraToWorld = SensorSim.Cameras.CameraView.LookAt(Vector3d.Zero, target) };
            return Render(turned, camera, environment: new(64, 32, columns)).RadianceAt(1, 1);
        }

        Assert.That(Vector3.Distance(Towards(new(1, 0, 1)), 2 * Vector3.UnitZ), Is.LessThan(1e-3));
        Assert.That(Vector3.Distance(Towards(new(-1, 0, 1)), 2 * Vector3.One), Is.LessThan(1e-3));
        Assert.That(Vector3.Distance(Towards(new(1, 0, -1)), 2 * Vector3.UnitY), Is.LessThan(1e-3));
        Assert.That(Vector3.Distance(Towards(new(1, 0, 1), 90), 2 * Vector3.One), Is.LessThan(1e-3), "Turning by +90 about +Y brings −X+Z's light to +X+Z... of the world.");
    }

    private static double CentreRadiance(Light light, double distance, double offAxis = 0)
    {
        var builder = new SceneBuilder();
        int white = builder.Add(Material.Default with { Metallic = 0 });
        builder.Add(Shapes.Quad(0.1f, white), At(0, 0, -3));
        var lamp = new Vector3d(0, 0, distance - 3);
        builder.Add(light, Aimed(lamp, lamp + new Vector3d(0, Math.Sin(offAxis), -Math.Cos(offAxis))));
        return Render(builder.Build(), Camera(9, 9, 400)).RadianceAt(4, 4).X;
    }
}
