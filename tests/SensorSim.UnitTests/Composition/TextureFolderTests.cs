using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Images;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Composition;

/// <summary>Folders of textures as libraries of materials pack them.</summary>
public sealed class TextureFolderTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("textures").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Roles_Are_In_The_Names()
    {
        Write("Wood058_Color.png", 4, 10);
        Write("Wood058_NormalGL.png", 4, 20);
        Write("Wood058_NormalDX.png", 4, 30);
        Write("Wood058_Roughness.png", 4, 40);
        Write("Wood058_Metalness.png", 2, 50);

        var folder = TextureFolder.Read(_folder);

        Material material = folder.Fragment.Materials[0];
        Assert.That(ImageOf(material.BaseColorTexture).Rgba[0], Is.EqualTo(10));
        Assert.That(ImageOf(material.NormalTexture).Rgba[0], Is.EqualTo(20), "glTF's normal maps have green up");
        Assert.That(ImageOf(material.MetallicRoughnessTexture).Rgba[..4], Is.EqualTo(new byte[] { 255, 40, 50, 255 }));
        Assert.That((material.Roughness, material.Metallic), Is.EqualTo((1f, 1f)));
        Assert.That(folder.Digests.Keys, Is.EqualTo(new[] { "Wood058_Color.png", "Wood058_Metalness.png", "Wood058_NormalGL.png", "Wood058_Roughness.png" }), "what was read, and no more");

        Image ImageOf(TextureBinding? binding) => folder.Fragment.Images[folder.Fragment.Textures[binding!.Texture].Image];
    }

    [Test]
    public void A_Base_Colour_Alone_Is_A_Dull_Dielectric()
    {
        Write("wall_diff_1k.png", 2, 10);

        Material material = TextureFolder.Read(_folder).Fragment.Materials[0];

        Assert.That((material.Metallic, material.MetallicRoughnessTexture, material.NormalTexture), Is.EqualTo((0f, (TextureBinding?)null, (TextureBinding?)null)));
    }

    [Test]
    public void What_Is_No_Material_Is_Named()
    {
        Assert.That(() => TextureFolder.Read(Path.Combine(_folder, "none")), Throws.TypeOf<ImageFormatException>().With.Message.Contains("there is no such folder"));
        Assert.That(() => TextureFolder.Read(_folder), Throws.TypeOf<ImageFormatException>().With.Message.Contains("no file is a base colour"));
        File.WriteAllText(Path.Combine(_folder, "a_color.png"), "no image");
        Assert.That(() => TextureFolder.Read(_folder), Throws.TypeOf<ImageFormatException>().With.Message.Contains("a_color.png"));
        Write("b_albedo.png", 2, 1);
        Assert.That(() => TextureFolder.Read(_folder), Throws.TypeOf<ImageFormatException>().With.Message.Contains("a_color.png and b_albedo.png both look like a base colour"));
    }

    private void Write(string name, int side, byte value) =>
        File.WriteAllBytes(Path.Combine(_folder, name), PngEncoder.EncodeRgba8(side, side, Enumerable.Repeat(value, 4 * side * side).ToArray()));
}
