using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Datasets;
using SensorSim.Hosting.Styles;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;
using SensorSim.Signals;
using SensorSim.Tests.Sensors;
using SensorSim.UnitTests.Datasets.Images;
using SensorSim.UnitTests.Datasets.Storage;

namespace SensorSim.UnitTests.Styles;

/// <summary>Textures that go through a style before anything is rendered.</summary>
public class StyledTextureTests
{
    private ScratchFolder _scratch = null!;

    [SetUp]
    public void MakeTargets()
    {
        _scratch = new();
        Directory.CreateDirectory(_scratch["real"]);
        File.WriteAllBytes(_scratch["real/a.png"], PngEncoder.Encode(Planes.Noise(20, 10, 3, SampleType.UInt8, 5)));
    }

    [TearDown]
    public void Remove() => _scratch.Dispose();

    [Test]
    public void Images_Of_Base_Colour_Change_And_No_Others_And_Alpha_Stays()
    {
        Scene scene = SceneWithThreeImages();

        (Scene styled, StyleRecord record) = Style(scene);

        Assert.That(styled.Images[0].Rgba, Is.Not.EqualTo(scene.Images[0].Rgba));
        Assert.That(styled.Images[0].Rgba.Where((_, i) => i % 4 == 3), Is.EqualTo(scene.Images[0].Rgba.Where((_, i) => i % 4 == 3)));
        Assert.That(styled.Images[1], Is.SameAs(scene.Images[1]), "a normal map");
        Assert.That(styled.Images[2], Is.SameAs(scene.Images[2]), "an image that is a colour here and roughness there");
        Assert.That(styled.Materials, Is.SameAs(scene.Materials));
        Assert.That((record.Stage, record.Evidence["textures"]!.AsObject().Select(texture => texture.Key)), Is.EqualTo(("textures", new[] { "0 wood" })));
    }

    [Test]
    public void What_Was_Made_Once_Is_Taken_From_The_Cache_And_Made_Again_When_It_Is_Damaged()
    {
        (Scene first, StyleRecord record) = Style(SceneWithThreeImages());
        string[] files = Directory.GetFiles(_scratch["cache"], "*.png", SearchOption.AllDirectories);
        DateTime written = File.GetLastWriteTimeUtc(files.Single());

        (Scene again, StyleRecord same) = Style(SceneWithThreeImages());
        Assert.That(File.GetLastWriteTimeUtc(files[0]), Is.EqualTo(written));
        Assert.That(again.Images[0].Rgba, Is.EqualTo(first.Images[0].Rgba));
        Assert.That(same.Evidence["textures"]!.ToJsonString(), Is.EqualTo(record.Evidence["textures"]!.ToJsonString()));

        File.WriteAllBytes(files[0], [1, 2, 3]);
        Assert.That(Style(SceneWithThreeImages()).Scene.Images[0].Rgba, Is.EqualTo(first.Images[0].Rgba));
        foreach (string text in (string[])["", "null", "{"])
        {
            foreach (string said in Directory.GetFiles(_scratch["cache"], "*.json", SearchOption.AllDirectories)) File.WriteAllText(said, text);
            Assert.That(Style(SceneWithThreeImages()).Record.Evidence["textures"]!.ToJsonString(), Is.EqualTo(record.Evidence["textures"]!.ToJsonString()), text);
        }
    }

    private (Scene Scene, StyleRecord Record) Style(Scene scene)
    {
        var style = ChosenStyle.Of(new(new("style.color", new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { ["method"] = "mkl" })) { Target = "real" }, _scratch.Path, SensorBench.Catalog);
        return StyledTextures.Of(scene, style, seed: 3, _scratch["cache"]);
    }

    private static Scene SceneWithThreeImages()
    {
        Texture[] textures = [.. Enumerable.Range(0, 3).Select(image => new Texture(image, TextureSampler.Default))];
        Material[] materials =
        [
            new() { BaseColorTexture = Bound(0), NormalTexture = Bound(1) },
            new() { BaseColorTexture = Bound(2) },
            new() { MetallicRoughnessTexture = Bound(2) },
        ];
        return new("test", [], [], materials, textures, [Noise("wood", 1), Noise("bumps", 2), Noise("both", 3)], [], []);
    }

    private static TextureBinding Bound(int texture) => new(texture, 0, Matrix3x2.Identity, 1);

    private static Image Noise(string name, int seed) => new(name, 8, 8, Planes.Noise(8, 8, 4, SampleType.UInt8, seed).Bytes.ToArray());
}
