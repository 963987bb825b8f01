using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Material outputs are what the materials say, whatever the light.</summary>
public sealed class MaterialLabelTests : RenderingFixture
{
    private const LabelKinds Kinds = LabelKinds.Albedo | LabelKinds.RoughnessMetallic | LabelKinds.Emission;

    [Test]
    public void Factors_AreTheLabel()
    {
        var material = new Material { BaseColor = new(0.25f, 0.5f, 0.75f, 0.3f), Roughness = 0.4f, Metallic = 0.6f, Emissive = new(3, 2, 1) };
        Planes planes = Middle(builder => builder.Add(Shapes.Quad(1, builder.Add(material)), At(0, 0, -2)));
        Assert.Multiple(() =>
        {
            Assert.That(planes.Albedo, Is.EqualTo(new Vector4(0.25f, 0.5f, 0.75f, 1)), "an opaque material has no alpha");
            Assert.That(planes.RoughnessMetallic, Is.EqualTo(new Vector3(1, 0.4f, 0.6f)));
            Assert.That(planes.Emission, Is.EqualTo(new Vector3(3, 2, 1)));
            Assert.That(planes.Background, Is.All.Zero);
        });
    }

    [Test]
    public void Textures_MultiplyTheFactors([Values] bool isInterleaved)
    {
        Planes planes = Middle(
            builder =>
            {
                TextureBinding Bind(params byte[] rgba) => new(
                    builder.Add(new Image("even", 2, 2, [.. Enumerable.Repeat(rgba, 4).SelectMany(texel => texel)]), TextureSampler.Default), 0, Matrix3x2.Identity, 1);
                int material = builder.Add(new Material
                {
                    BaseColor = new(0.5f, 1, 1, 1), BaseColorTexture = Bind(188, 188, 0, 255),
                    Roughness = 0.5f, Metallic = 0.25f, MetallicRoughnessTexture = Bind(7, 204, 102, 255),
                    Emissive = new(10, 0, 4), EmissiveTexture = Bind(255, 255, 188, 255),
                });
                builder.Add(Shapes.Quad(1, material, color: new(1, 0.5f, 1, 1)), At(0, 0, -2));
            },
            Settings with { InterleaveTextures = isInterleaved, Labels = LabelKinds.Instance | Kinds });
        const float Half = 0.50289f; // sRGB 188
        Assert.Multiple(() =>
        {
            Assert.That(Vector4.Distance(planes.Albedo, new(0.5f * Half, 0.5f * Half, 0, 1)), Is.LessThan(2e-3));
            Assert.That(Vector3.Distance(planes.RoughnessMetallic, new(1, 0.5f * 0.8f, 0.25f * 0.4f)), Is.LessThan(1e-5));
            Assert.That(Vector3.Distance(planes.Emission, new(10, 0, 4 * Half)), Is.LessThan(1e-2));
        });
    }

    [Test]
    public void BlendedSurface_IsLabelledFromHalf_AndKeepsItsAlpha([Values(0.4f, 0.6f)] float alpha)
    {
        Planes planes = Middle(builder =>
        {
            int glass = builder.Add(new Material { BaseColor = new(1, 0, 0, alpha), AlphaMode = AlphaMode.Blend });
            builder.Add(Shapes.Quad(1, builder.Add(new Material { BaseColor = new(0, 0, 1, 1) })), At(0, 0, -3)).Add(Shapes.Quad(1, glass), At(0, 0, -2));
        });
        Assert.That(planes.Albedo, Is.EqualTo(alpha < 0.5f ? new Vector4(0, 0, 1, 1) : new Vector4(1, 0, 0, alpha)));
    }

    [Test]
    public void UnlitMaterial_SendsItsBaseColour()
    {
        Planes planes = Middle(builder => builder.Add(Shapes.Quad(1, builder.Add(new Material { BaseColor = new(0.1f, 0.2f, 0.3f, 1), Unlit = true })), At(0, 0, -2)));
        Assert.That(planes.Emission, Is.EqualTo(new Vector3(0.1f, 0.2f, 0.3f)));
    }

    private static Planes Middle(Action<SceneBuilder> build, RenderSettings? settings = null)
    {
        var builder = new SceneBuilder();
        build(builder);
        SceneInstance instance = builder.Build();
        using var renderer = new FrameRenderer(Device, Shaders, instance.Twin, settings ?? Settings with { Labels = LabelKinds.Instance | Kinds });
        CameraView camera = Camera(48, 32, 40, Vector3d.Zero);
        using FrameOutput output = renderer.Submit(new(instance, [new(camera, null)])).Wait();
        IReadOnlyDictionary<LabelKinds, Signals.PixelPlane> surfaces = output.Views[0].Surfaces;
        const int Pixel = (16 * 48) + 24;
        return new(
            MemoryMarshal.Cast<byte, Vector4>(surfaces[LabelKinds.Albedo].Bytes.Span)[Pixel],
            MemoryMarshal.Cast<byte, Vector3>(surfaces[LabelKinds.RoughnessMetallic].Bytes.Span)[Pixel],
            MemoryMarshal.Cast<byte, Vector3>(surfaces[LabelKinds.Emission].Bytes.Span)[Pixel],
            [.. surfaces.Values.SelectMany(plane => plane.Bytes.Span[..8].ToArray())]);
    }

    private sealed record Planes(Vector4 Albedo, Vector3 RoughnessMetallic, Vector3 Emission, byte[] Background);
}
