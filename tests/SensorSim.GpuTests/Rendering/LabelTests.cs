using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Labels against analysis.</summary>
public sealed class LabelTests : RenderingFixture
{
    [Test]
    public void UnitCube_At5Metres_ReadsExactly()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Cube(), At(0, 0, -5)).Build();
        RenderedView view = Render(scene, Camera(101, 81, 90), categories: [7]);

        // The front face is at 4.5 m and covers 90 · 0.5 / 4.5 = 10 pixels each way around the centre (50, 40).
        Assert.That(view.BoxOf(1), Is.EqualTo((40, 30, 20, 20)).Or.EqualTo((40, 30, 21, 21)).Or.EqualTo((41, 31, 20, 20)));
        for (int y = 31; y < 50; y++)
        {
            for (int x = 41; x < 60; x++)
            {
                Assert.That(view.DepthAt(x, y), Is.EqualTo(4.5).Within(4.5e-5));
                Assert.That(view.InstanceAt(x, y), Is.EqualTo(1));
                Assert.That(view.Category[(y * 101) + x], Is.EqualTo(7));
                Assert.That(Vector3.Distance(view.NormalAt(x, y), new(0, 0, -1)), Is.LessThan(1e-4));
            }
        }

        Assert.That(view.DepthAt(0, 0), Is.Zero);
        Assert.That(view.InstanceAt(0, 0), Is.Zero);
        Assert.That(view.Coverage[0], Is.EqualTo(new ObjectCoverage(null, 0)), "Alone and inside: every pixel of it is visible.");
    }

    [Test]
    public void Cube_BetweenPixelCentres_CoversExactlyThePixelsItProjectsTo()
    {
        // Edges at ±(90 · 0.5 / 4.5 + shift) fall between centres: 50 ± 9.7 covers columns 41 to 59.
        SceneInstance scene = new SceneBuilder().Add(Shapes.Cube(0.97f), At(0, 0, -4.985)).Build();
        RenderedView view = Render(scene, Camera(101, 81, 90));
        Assert.That(view.BoxOf(1), Is.EqualTo((41, 31, 19, 19)));
        Assert.That(view.VisiblePixels(1), Is.EqualTo(19 * 19));
    }

    [Test]
    public void TiltedPlane_GivesItsDepthAndNormalAtEveryPixel()
    {
        Matrix4x4d pose = Turned(new Vector3d(1, 2, 0).Normalized(), 40, new(0.1, -0.2, -3));
        RenderedView view = Render(new SceneBuilder().Add(Shapes.Quad(20), pose).Build(), Camera(64, 48, 50));
        Vector3d normal = pose.ColumnZ, point = pose.Translation;
        for (int y = 0; y < 48; y++)
        {
            for (int x = 0; x < 64; x++)
            {
                var ray = new Vector3d((x - 31.5) / 50, -(y - 23.5) / 50, -1);
                double depth = Vector3d.Dot(normal, point) / Vector3d.Dot(normal, ray);
                Assert.That(view.DepthAt(x, y), Is.EqualTo(depth).Within(1e-5 * depth), $"({x}, {y})");
                var expected = new Vector3((float)normal.X, (float)-normal.Y, (float)-normal.Z);
                Assert.That(Vector3.Distance(view.NormalAt(x, y), expected), Is.LessThan(6e-5));
            }
        }
    }

    [Test]
    public void FarFromTheOrigin_DepthKeepsItsPrecision()
    {
        var far = new Vector3d(1e6, 2e5, -3e6);
        SceneInstance scene = new SceneBuilder().Add(Shapes.Cube(), Matrix4x4d.FromTranslation(far + new Vector3d(0, 0, -5))).Build();
        Assert.That(Render(scene, Camera(33, 33, 40, far)).DepthAt(16, 16), Is.EqualTo(4.5).Within(4.5e-5));
    }

    [Test]
    public void DepthSteps_RoundHalfToEven_AndMarkWhatIsTooFar()
    {
        SceneInstance scene = new SceneBuilder()
            .Add(Shapes.Quad(1), At(-0.6, 0, -2.0625))
            .Add(Shapes.Quad(1), At(0.6, 0, -2.1875))
            .Add(Shapes.Quad(400), At(0, 0, -100)).Build();
        RenderedView view = Render(scene, Camera(64, 64, 40), Settings with { DepthFormat = DepthFormat.Steps, DepthStepMetres = 0.125 });
        Assert.That(view.DepthSteps[(32 * 64) + 20], Is.EqualTo(16), "16.5 steps");
        Assert.That(view.DepthSteps[(32 * 64) + 43], Is.EqualTo(18), "17.5 steps");
        RenderedView fine = Render(scene, Camera(64, 64, 40), Settings with { DepthFormat = DepthFormat.Steps, DepthStepMetres = 0.001 });
        Assert.That(fine.DepthSteps[0], Is.EqualTo(65535), "100 m is beyond 65.534 m.");
    }

    [Test]
    public void WideCamera_MeasuresRange()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(100), At(0, 0, -2)).Build();
        RenderedView view = Render(scene, Camera(101, 3, 10));
        Assert.That(view.DepthAt(100, 1), Is.EqualTo(2 * Math.Sqrt(1 + 25)).Within(1e-4));
    }

    [Test]
    public void MirroredNode_ShowsItsFrontAndTurnsItsNormals()
    {
        Matrix4x4d mirrored = At(0, 0, -3) * Matrix4x4d.FromAxes(-Vector3d.UnitX, Vector3d.UnitY, Vector3d.UnitZ, Vector3d.Zero);
        RenderedView view = Render(new SceneBuilder().Add(Shapes.Cube(), mirrored).Build(), Camera(33, 33, 40));
        Assert.That(view.DepthAt(16, 16), Is.EqualTo(2.5).Within(2.5e-5), "Inside out it would read 3.5.");
        Assert.That(Vector3.Distance(view.NormalAt(16, 16), new(0, 0, -1)), Is.LessThan(1e-4));
    }

    [TestCase(false, 0)]
    [TestCase(true, 1)]
    public void BackOfAQuad_IsSeenOnlyWhenDoubleSided(bool isDoubleSided, int expected)
    {
        var builder = new SceneBuilder();
        int material = builder.Add(Material.Default with { DoubleSided = isDoubleSided });
        builder.Add(Shapes.Quad(1, material), Turned(Vector3d.UnitY, 180, new(0, 0, -2)));
        RenderedView view = Render(builder.Build(), Camera(33, 33, 40));
        Assert.That(view.InstanceAt(16, 16), Is.EqualTo(expected));
        if (isDoubleSided)
        {
            Assert.That(Vector3.Distance(view.NormalAt(16, 16), new(0, 0, -1)), Is.LessThan(1e-4), "Normals face the camera.");
        }
    }

    [Test]
    public void MaskedTexels_AreHoles_InEveryLabel()
    {
        var builder = new SceneBuilder();
        byte[] halves = [255, 255, 255, 255, 255, 255, 255, 0];
        int texture = builder.Add(new Image("halves", 2, 1, halves), new(false, false, MipFilter.None, TextureWrap.ClampToEdge, TextureWrap.ClampToEdge));
        int material = builder.Add(Material.Default with { AlphaMode = AlphaMode.Mask, BaseColorTexture = new(texture, 0, Matrix3x2.Identity, 1) });
        builder.Add(Shapes.Quad(1, material), At(0, 0, -2)).Add(Shapes.Quad(4), At(0, 0, -3));
        RenderedView view = Render(builder.Build(), Camera(64, 64, 64));
        Assert.That(view.InstanceAt(24, 32), Is.EqualTo(1));
        Assert.That(view.InstanceAt(40, 32), Is.EqualTo(2));
        Assert.That(view.DepthAt(40, 32), Is.EqualTo(3).Within(3e-5));
        Assert.That(view.Coverage[0].InsidePixels, Is.EqualTo(view.VisiblePixels(1)), "Holes are not covered.");
    }

    [TestCase(0.6f, 1)]
    [TestCase(0.4f, 2)]
    public void BlendedSurfaces_AreLabelledFromHalfOpacity(float alpha, int expected)
    {
        var builder = new SceneBuilder();
        int glass = builder.Add(Material.Default with { AlphaMode = AlphaMode.Blend, BaseColor = new(1, 1, 1, alpha) });
        builder.Add(Shapes.Quad(1, glass), At(0, 0, -2)).Add(Shapes.Quad(4), At(0, 0, -3));
        Assert.That(Render(builder.Build(), Camera(33, 33, 40)).InstanceAt(16, 16), Is.EqualTo(expected));
    }

    [Test]
    public void SixtyFiveThousandObjects_KeepTheirIds()
    {
        var builder = new SceneBuilder();
        int mesh = builder.AddMesh(Shapes.Quad(0.9f));
        for (int i = 0; i < SceneInstances.MaximumCount; i++)
        {
            builder.Add(mesh, At((i % 256) - 127.5, 127.5 - (i / 256), -256));
        }

        // One object for each pixel: focal length 256 maps a metre at 256 m to one pixel.
        RenderedView view = Render(builder.Build(), Camera(256, 256, 256), Settings with { Labels = LabelKinds.Instance });
        for (int i = 0; i < SceneInstances.MaximumCount; i++)
        {
            Assert.That(view.Instance[i], Is.EqualTo(i + 1));
        }

        Assert.That(view.Instance[65535], Is.Zero);
    }
}
