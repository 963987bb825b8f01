using System.Numerics;
using System.Security.Cryptography;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Library;

/// <summary>Every material of the library could exist, repeats without a seam and is always the same.</summary>
[TestFixture]
public sealed class MaterialLibraryTests
{
    private static IEnumerable<string> Names => MaterialLibrary.Names;

    [Test]
    public void There_Are_Materials_Of_Every_Kind() => Assert.That(
        MaterialLibrary.Names,
        Is.SupersetOf(new[]
        {
            "kraft-cardboard", "printed-cardboard", "pine", "oak", "brushed-steel", "galvanised-steel", "painted-steel", "aluminium", "glossy-plastic", "matte-plastic", "glass",
            "acrylic", "woven-fabric", "concrete", "floor-dry", "floor-wet", "rubber",
        }));

    [TestCaseSource(nameof(Names))]
    public void It_Is_One_Material_By_Its_Name(string name)
    {
        LibraryMaterial material = MaterialLibrary.Create(name);
        Scene scene = material.Fragment;

        Assert.That(scene.Materials.Single().Name, Is.EqualTo(name));
        Assert.That(scene.Nodes.Count + scene.Meshes.Count + scene.Lights.Count + scene.Cameras.Count, Is.Zero);
        Assert.That(scene.Textures.Select(t => t.Image), Is.EqualTo(Enumerable.Range(0, scene.Images.Count)));
        Assert.That(scene.Materials[0].Textures.Select(t => t.Binding.Texture), Is.EquivalentTo(Enumerable.Range(0, scene.Textures.Count)));
        Assert.That(scene.Images.Select(i => i.Width), Has.All.LessThanOrEqualTo(512));
        foreach ((string role, TextureBinding binding) in scene.Materials[0].Textures)
        {
            Assert.That(Vector2.Transform(new((float)material.TileMetres, 0), binding.Transform).X, Is.EqualTo(1).Within(1e-6), role);
        }
    }

    [TestCaseSource(nameof(Names))]
    public void It_Reflects_No_More_Than_Such_Things_Do(string name)
    {
        Scene scene = MaterialLibrary.Create(name).Fragment;
        Material material = scene.Materials[0];
        Vector3 color = MeanColor(scene, material);
        float metallic = Mean(scene, material.MetallicRoughnessTexture, 2) * material.Metallic;
        float brightest = MathF.Max(color.X, MathF.Max(color.Y, color.Z)), darkest = MathF.Min(color.X, MathF.Min(color.Y, color.Z));

        Assert.That(metallic, Is.LessThan(0.02f).Or.GreaterThan(0.98f), "a metal or none");
        if (metallic > 0.5f)
        {
            // Aluminium and silver reflect most of all metals, and no bare metal less than 0.3 in any channel but those that are coloured.
            Assert.That(brightest, Is.InRange(0.4f, 0.96f));
            Assert.That(darkest, Is.GreaterThan(0.25f));
            Assert.That(material.Transmission, Is.Null);
        }
        else if (material.Transmission is null)
        {
            Assert.That(brightest, Is.LessThanOrEqualTo(0.9f), "fresh snow");
            Assert.That(darkest, Is.GreaterThanOrEqualTo(0.02f), "carbon black");
            Assert.That(material.Ior, Is.InRange(1.3f, 1.8f));
        }

        TestContext.Out.WriteLine($"{name}: {color}, metallic {metallic:0.00}, roughness {Roughness(scene, material):0.00}");
    }

    [TestCaseSource(nameof(Names))]
    public void Its_Roughness_Is_That_Of_A_Surface_And_Not_Of_A_Mirror(string name)
    {
        Scene scene = MaterialLibrary.Create(name).Fragment;
        Material material = scene.Materials[0];

        Assert.That(Roughness(scene, material), material.Transmission is null ? Is.InRange(0.08f, 1f) : Is.InRange(0, 0.2f));
    }

    /// <summary>Across the border of the tile neighbours differ no more than inside of it.</summary>
    [TestCaseSource(nameof(Names))]
    public void Its_Textures_Repeat_Without_A_Seam(string name)
    {
        foreach (Image image in MaterialLibrary.Create(name).Fragment.Images)
        {
            double[] columns = [.. Enumerable.Range(0, image.Width).Select(x => ColumnStep(image, x))], rows = [.. Enumerable.Range(0, image.Height).Select(y => RowStep(image, y))];

            Assert.That(columns[^1], Is.LessThanOrEqualTo((1.1 * columns.SkipLast(1).Max()) + 0.5), $"{image.Name}, right to left");
            Assert.That(rows[^1], Is.LessThanOrEqualTo((1.1 * rows.SkipLast(1).Max()) + 0.5), $"{image.Name}, bottom to top");
        }
    }

    [Test]
    public void Made_Anew_Beside_Others_It_Is_The_Same_To_The_Byte()
    {
        string[] names = [.. MaterialLibrary.Names.Where((_, i) => i % 3 == 0)];
        string[] again = new string[names.Length];
        Parallel.For(0, names.Length, i => again[i] = Digest(MaterialLibrary.Make(names[i])));

        Assert.That(again, Is.EqualTo(names.Select(name => Digest(MaterialLibrary.Create(name)))));
    }

    [Test]
    public void A_Wet_Floor_Is_Darker_And_Smoother_Than_A_Dry_One()
    {
        (Scene dry, Scene wet) = (MaterialLibrary.Create("floor-dry").Fragment, MaterialLibrary.Create("floor-wet").Fragment);

        Assert.That(MeanColor(wet, wet.Materials[0]).Y / MeanColor(dry, dry.Materials[0]).Y, Is.InRange(0.35f, 0.65f));
        Assert.That(Roughness(wet, wet.Materials[0]), Is.LessThan(0.6f * Roughness(dry, dry.Materials[0])));
        Assert.That(wet.Materials[0].Clearcoat, Is.Not.Null);
    }

    [Test]
    public void An_Unknown_Name_Is_Refused_With_The_Nearest()
    {
        Assert.That(MaterialLibrary.Create("builtin:oak"), Is.SameAs(MaterialLibrary.Create("oak")));
        Assert.That(() => MaterialLibrary.Create("builtin:oac"), Throws.ArgumentException.With.Message.Contains("Did you mean \"oak\"?"));
    }

    private static Vector3 MeanColor(Scene scene, Material material)
    {
        Vector3 factor = new(material.BaseColor.X, material.BaseColor.Y, material.BaseColor.Z);
        if (material.BaseColorTexture is not { } binding)
        {
            return factor;
        }

        byte[] rgba = scene.Images[scene.Textures[binding.Texture].Image].Rgba;
        Vector3 sum = Vector3.Zero;
        for (int i = 0; i < rgba.Length; i += 4)
        {
            sum += new Vector3(Linear(rgba[i]), Linear(rgba[i + 1]), Linear(rgba[i + 2]));
        }

        return factor * sum / (rgba.Length / 4);
    }

    private static float Roughness(Scene scene, Material material) => material.Roughness * Mean(scene, material.MetallicRoughnessTexture, 1);

    private static float Mean(Scene scene, TextureBinding? binding, int channel) => binding is null
        ? 1
        : (float)scene.Images[scene.Textures[binding.Texture].Image].Rgba.Where((_, i) => i % 4 == channel).Average(b => b / 255.0);

    private static float Linear(byte code) => code <= 10 ? code / 255f / 12.92f : MathF.Pow(((code / 255f) + 0.055f) / 1.055f, 2.4f);

    private static double ColumnStep(Image image, int x) => Enumerable.Range(0, image.Height).Average(y => Step(image, x, y, (x + 1) % image.Width, y));

    private static double RowStep(Image image, int y) => Enumerable.Range(0, image.Width).Average(x => Step(image, x, y, x, (y + 1) % image.Height));

    private static int Step(Image image, int x, int y, int nextX, int nextY)
    {
        int a = 4 * ((y * image.Width) + x), b = 4 * ((nextY * image.Width) + nextX), sum = 0;
        for (int channel = 0; channel < 3; channel++)
        {
            sum += Math.Abs(image.Rgba[a + channel] - image.Rgba[b + channel]);
        }

        return sum;
    }

    private static string Digest(LibraryMaterial material) =>
        string.Join(' ', material.Fragment.Images.Select(image => Convert.ToHexString(SHA256.HashData(image.Rgba))));
}
