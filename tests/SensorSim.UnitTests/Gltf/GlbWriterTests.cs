using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Gltf.Summaries;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Gltf;

public class GlbWriterTests
{
    [Test]
    public void Write_ThenRead_GivesTheScene()
    {
        Scene scene = Example();
        Scene back = GltfReader.Read(GlbWriter.Write(scene), "back.glb", ".").Scene;
        Assert.Multiple(() =>
        {
            Assert.That(back.Name, Is.EqualTo(scene.Name));
            Assert.That(back.Materials, Is.EqualTo(scene.Materials));
            Assert.That(back.Textures, Is.EqualTo(scene.Textures));
            Assert.That(back.Lights, Is.EqualTo(scene.Lights));
            Assert.That(back.Cameras, Is.EqualTo(scene.Cameras));
            Assert.That(back.Nodes.Select(n => n with { Extras = null, Pose = null }), Is.EqualTo(scene.Nodes.Select(n => n with { Extras = null, Pose = null })));
            Assert.That(back.Nodes[1].Extras!.ToJsonString(), Is.EqualTo(scene.Nodes[1].Extras!.ToJsonString()));
            Assert.That(back.Images[0].Rgba, Is.EqualTo(scene.Images[0].Rgba));
            Assert.That(back.Warnings, Is.Empty);
        });
    }

    [Test]
    public void Write_ThenRead_GivesTheGeometry()
    {
        Primitive given = Example().Meshes[0].Primitives[0];
        Primitive back = GltfReader.Read(GlbWriter.Write(Example()), "back.glb", ".").Scene.Meshes[0].Primitives[0];
        Assert.Multiple(() =>
        {
            Assert.That(back.Positions, Is.EqualTo(given.Positions));
            Assert.That(back.Normals, Is.EqualTo(given.Normals));
            Assert.That(back.Tangents, Is.EqualTo(given.Tangents));
            Assert.That(back.TexCoords0, Is.EqualTo(given.TexCoords0));
            Assert.That(back.TexCoords1, Is.EqualTo(given.TexCoords1));
            Assert.That(back.Colors, Is.EqualTo(given.Colors));
            Assert.That(back.Indices, Is.EqualTo(given.Indices));
            Assert.That(back.Material, Is.EqualTo(given.Material));
        });
    }

    [Test]
    public void Write_Twice_GivesTheSameBytes()
    {
        byte[] first = GlbWriter.Write(Example()), second = GlbWriter.Write(Example());
        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void EncodedImages_AreTakenAsTheyAre()
    {
        byte[] png = TestPng.Rgba(2, 1, 1, 2, 3, 4, 5, 6, 7, 8);
        byte[] glb = GlbWriter.Write(Example(), [png]);
        Assert.That(Encoding.Latin1.GetString(glb), Does.Contain(Encoding.Latin1.GetString(png)));
    }

    [Test]
    public void MeshWithoutTriangles_IsRefused() => Assert.That(
        () => GlbWriter.Write(Example() with { Meshes = [new("empty", [])] }), Throws.ArgumentException.With.Message.Contains("\"empty\" has no triangles"));

    [Test]
    public void ShearedTextureTransform_IsRefused()
    {
        var sheared = new Material { BaseColorTexture = new(0, 0, new(1, 0, 1, 1, 0, 0), 1) };
        Assert.That(() => GlbWriter.Write(Example() with { Materials = [sheared] }), Throws.ArgumentException.With.Message.Contains("sheared"));
    }

    [Test]
    public void TextureTransform_RotatedAndMirrored_ComesBack([Values(-2.5, 0, 0.7, 3)] double rotation, [Values(-2f, 1, 3)] float scaleX, [Values(-1f, 0.5f)] float scaleY)
    {
        Matrix3x2 transform = KhrTextureTransform.Compose(new(.25f, -3), rotation, new(scaleX, scaleY));
        var material = new Material { BaseColorTexture = new(0, 0, transform, 1) };
        Matrix3x2 back = GltfReader.Read(GlbWriter.Write(Example() with { Materials = [material] }), "b.glb", ".").Scene.Materials[0].BaseColorTexture!.Transform;
        Assert.That(Vector2.Distance(Vector2.Transform(new(5, 7), back), Vector2.Transform(new(5, 7), transform)), Is.LessThan(1e-4f));
    }

    [Test]
    public void ManyVertices_GetWideIndices()
    {
        Vector3[] positions = [.. Enumerable.Range(0, 70000).Select(i => new Vector3(i, i % 7, i % 5))];
        uint[] indices = [.. Enumerable.Range(0, 69999).Select(i => (uint)i + 1)];
        var primitive = new Primitive(positions, [.. positions.Select(_ => Vector3.UnitY)], null, null, null, null, indices, null);
        Scene scene = Example() with { Meshes = [new(null, [primitive])] };
        Assert.That(GltfReader.Read(GlbWriter.Write(scene), "b.glb", ".").Scene.Meshes[0].Primitives[0].Indices, Is.EqualTo(indices));
    }

    [TestCase(3, 5, 3)]
    [TestCase(4, 1, 1)]
    [TestCase(4, 17, 33)]
    public void PngEncoder_ThenDecoder_GivesThePixels(int channels, int width, int height)
    {
        byte[] pixels = new byte[width * height * channels];
        new Random(7).NextBytes(pixels);
        var plane = new SensorSim.Signals.PixelPlane(width, height, channels, SensorSim.Signals.SampleType.UInt8, pixels);
        SensorSim.Signals.PixelPlane back = PngDecoder.Decode(PngEncoder.Encode(plane));
        Assert.That((back.Width, back.Height, back.Channels), Is.EqualTo((width, height, channels)));
        Assert.That(back.Bytes.ToArray(), Is.EqualTo(pixels));
    }

    [Test]
    public void Summary_TellsWhatIsInTheFile()
    {
        SceneSummary summary = SceneSummary.Of(GltfReader.Read(GlbWriter.Write(Example()), "shop.glb", "."));
        Assert.Multiple(() =>
        {
            Assert.That(summary.Triangles, Is.EqualTo(1));
            Assert.That(summary.BoundsMinM, Is.EqualTo(new[] { 1.0, 2, 3 }));
            Assert.That(summary.BoundsMaxM, Is.EqualTo(new[] { 2.0, 3, 3 }));
            Assert.That(summary.Instances.Single().Name, Is.EqualTo("cup"));
            Assert.That(summary.Meshes[0].Attributes, Is.EqualTo(new[] { "COLOR_0", "TANGENT", "TEXCOORD_0", "TEXCOORD_1" }));
            Assert.That(summary.Materials[0].Textures["normal"], Is.Zero);
            Assert.That(summary.Textures[0], Is.EqualTo(new TextureSummary(0, "checks", 2, 1)));
            Assert.That(summary.Lights.Single(), Has.Property("Kind").EqualTo("spot").And.Property("Intensity").EqualTo(40));
            Assert.That(summary.Extensions, Has.Exactly(4).Property("Supported").True);
            Assert.That(System.Text.Json.JsonSerializer.Serialize(summary), Does.Contain("\"Name\":\"cup\""));
        });
    }

    private static Scene Example()
    {
        var triangle = new Primitive(
            [Vector3.Zero, Vector3.UnitX, Vector3.UnitY],
            [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ],
            [new(1, 0, 0, 1), new(1, 0, 0, 1), new(1, 0, 0, 1)],
            [new(0, 1), new(1, 1), new(0, 0)],
            [new(0, 0), new(.5f, 0), new(0, .5f)],
            [Vector4.One, new(.5f, 0, 0, 1), new(0, 0, 1, .25f)],
            [0, 1, 2],
            0);
        var material = new Material
        {
            Name = "glaze",
            BaseColor = new(.5f, .25f, 1, 1),
            Metallic = 0,
            Roughness = .3f,
            BaseColorTexture = new(0, 1, KhrTextureTransform.Compose(new(.5f, 0), 0, new(2, 4)), 1),
            NormalTexture = new(0, 0, Matrix3x2.Identity, .5f),
            Emissive = new(8, 4, 0),
            GlowOf = "lamp",
            AlphaMode = AlphaMode.Mask,
            AlphaCutoff = .25f,
            DoubleSided = true,
            Unlit = true,
        };
        var turned = Matrix4x4d.FromTrs(new(0, 3, 0), Quaterniond.FromAxisAngle(Vector3d.UnitX, 1), new(1, 1, 1));
        return new(
            "shop",
            [
                new("root", null, Matrix4x4d.FromTranslation(new(1, 2, 3)), null, null, null, null, true),
                new("cup", 0, Matrix4x4d.Identity, 0, null, null, new JsonObject { ["category"] = "cup" }, true),
                new("lamp", 0, turned, null, 0, null, null, true),
                new("eye", null, Matrix4x4d.Identity, null, null, 0, null, true),
            ],
            [new("cup", [triangle])],
            [material],
            [new(0, new(true, true, MipFilter.Nearest, TextureWrap.ClampToEdge, TextureWrap.Repeat))],
            [new("checks", 2, 1, [1, 2, 3, 255, 4, 5, 6, 128])],
            [new() { Name = "spot", Kind = LightKind.Spot, Intensity = 40, Range = 9, RadiusMetres = .1, InnerConeAngle = .1, OuterConeAngle = .5 }],
            [new("eye", .7, null, 1.25)]);
    }
}
