using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Textures against analysis, filtered by the device's samplers and, interleaved, by the shader.</summary>
public sealed class TextureTests : RenderingFixture
{
    [Test]
    public void MagnifiedTexture_IsBilinearInLinearLight([Values] bool isInterleaved)
    {
        Image image = Noise("colours", 4, seed: 1);
        RenderedView view = Render(Unlit(image, distance: 1), Camera(64, 64, 64), Settings with { InterleaveTextures = isInterleaved });
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 64; x++)
            {
                Vector3 expected = Bilinear(image, (x + 0.5f) / 64, (y + 0.5f) / 64);
                Assert.That(Vector3.Distance(view.RadianceAt(x, y), expected), Is.LessThan(0.005), $"pixel ({x}, {y})");
            }
        }
    }

    [Test]
    public void DistantTexture_IsItsMeanInLinearLight([Values] bool isInterleaved)
    {
        Image image = Noise("colours", 64, seed: 2);
        Vector3 mean = Vector3.Zero;
        for (int i = 0; i < 64 * 64; i++)
        {
            mean += Linear(image, i % 64, i / 64) / (64 * 64);
        }

        RenderedView view = Render(Unlit(image, distance: 63), Camera(63, 63, 63), Settings with { InterleaveTextures = isInterleaved });
        Assert.That(Vector3.Distance(view.RadianceAt(31, 31), mean), Is.LessThan(0.01));
    }

    [Test]
    public void InterleavedTextures_ShadeAsSampledOnes([Values(1, 4)] int msaa)
    {
        var builder = new SceneBuilder { Environment = new("uniform", 1, 0) };
        Matrix3x2 turned = Matrix3x2.CreateScale(3) * Matrix3x2.CreateRotation(0.3f) * Matrix3x2.CreateTranslation(-0.4f, 0.7f);
        TextureBinding Bind(Image image, float strength = 1) => new(builder.Add(image, TextureSampler.Default), 0, turned, strength);
        int material = builder.Add(Material.Default with
        {
            BaseColorTexture = Bind(Waves("base colour", 0)),
            MetallicRoughnessTexture = Bind(Waves("metal and roughness", 1)),
            NormalTexture = Bind(Waves("normal", 2, towards: new(0.5f, 0.5f, 1)), 0.6f),
            OcclusionTexture = Bind(Waves("occlusion", 3), 0.8f),
            EmissiveTexture = Bind(Waves("emissive", 4)),
            Emissive = new(0.3f, 0.5f, 0.2f),
        });
        builder.Add(Shapes.Sphere(material, 48), At(0, 0, -3)).Add(Shapes.Quad(8, material), Turned(Vector3d.UnitX, -70, new(0, -1, -5)))
            .Add(new Light { Kind = LightKind.Directional, Intensity = 2 }, Aimed(new(2, 2, 1), Vector3d.Zero));
        SceneInstance scene = builder.Build();
        RenderedView Shaded(bool isInterleaved) => Render(
            scene, Camera(128, 96, 110), Settings with { Msaa = msaa, InterleaveTextures = isInterleaved, Anisotropy = 1 }, EquirectangularImage.Uniform(Vector3.One));
        RenderedView sampled = Shaded(false), interleaved = Shaded(true);
        double[] differences = [.. sampled.AllRadiance.Zip(interleaved.AllRadiance, (a, b) => (double)Vector4.Distance(a, b) / (0.1 + a.Length()))];
        Assert.That(differences.Max(), Is.LessThan(0.06), "software samplers filter in 8 bits");
        Assert.That(differences.Average(), Is.LessThan(0.004));
    }

    private static SceneInstance Unlit(Image image, double distance)
    {
        var builder = new SceneBuilder();
        int texture = builder.Add(image, TextureSampler.Default);
        int material = builder.Add(Material.Default with { Unlit = true, BaseColorTexture = new(texture, 0, Matrix3x2.Identity, 1) });
        return builder.Add(Shapes.Quad(1, material), At(0, 0, -distance)).Build();
    }

    private static Image Noise(string name, int side, int seed)
    {
        byte[] rgba = new byte[side * side * 4];
        new Random(seed).NextBytes(rgba);
        return new(name, side, side, rgba);
    }

    // Smooth and repeating, so that both ways of filtering see the same surface.
    private static Image Waves(string name, int phase, Vector3? towards = null)
    {
        const int Side = 128;
        byte[] rgba = new byte[Side * Side * 4];
        for (int i = 0; i < Side * Side; i++)
        {
            float x = 2 * MathF.PI * (i % Side) / Side, y = 2 * MathF.PI * (i / Side) / Side;
            var value = new Vector3(MathF.Sin(x + phase), MathF.Sin(y + (2 * phase)), MathF.Cos(x + y));
            value = towards is { } axis ? axis + (0.1f * value) - new Vector3(0, 0, 0.1f) : new Vector3(0.5f) + (0.3f * value);
            (rgba[4 * i], rgba[(4 * i) + 1], rgba[(4 * i) + 2], rgba[(4 * i) + 3]) = ((byte)(255 * value.X), (byte)(255 * value.Y), (byte)(255 * value.Z), 255);
        }

        return new(name, Side, Side, rgba);
    }

    private static Vector3 Bilinear(Image image, float u, float v)
    {
        float x = (u * image.Width) - 0.5f, y = (v * image.Height) - 0.5f;
        int column = (int)MathF.Floor(x), row = (int)MathF.Floor(y);
        Vector3 upper = Vector3.Lerp(Linear(image, column, row), Linear(image, column + 1, row), x - column);
        Vector3 lower = Vector3.Lerp(Linear(image, column, row + 1), Linear(image, column + 1, row + 1), x - column);
        return Vector3.Lerp(upper, lower, y - row);
    }

    private static Vector3 Linear(Image image, int column, int row)
    {
        int at = 4 * ((((row + image.Height) % image.Height) * image.Width) + ((column + image.Width) % image.Width));
        return new(Decode(image.Rgba[at]), Decode(image.Rgba[at + 1]), Decode(image.Rgba[at + 2]));
    }

    // IEC 61966-2-1
    private static float Decode(byte value)
    {
        float x = value / 255f;
        return x <= 0.04045f ? x / 12.92f : MathF.Pow((x + 0.055f) / 1.055f, 2.4f);
    }
}
