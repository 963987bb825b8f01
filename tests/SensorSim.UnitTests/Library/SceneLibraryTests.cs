using System.Security.Cryptography;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Library;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Objects;

namespace SensorSim.UnitTests.Library;

[TestFixture]
public sealed class SceneLibraryTests
{
    private const string Warehouse = "builtin:warehouse-aisle";

    /// <summary>Decoded textures at four bytes a texel, so that loading stays quick.</summary>
    private const long TextureBudget = 17L << 20;

    private const int TriangleBudget = 150_000;

    [Test]
    public void The_Same_Name_Gives_The_Same_Bytes()
    {
        byte[] first = SHA256.HashData(SceneLibrary.Glb(Warehouse));
        byte[] second = SHA256.HashData(SceneLibrary.Glb(Warehouse));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void It_Is_Read_Back_Without_Warnings()
    {
        GltfFile file = SceneLibrary.Read(Warehouse);

        Assert.That(file.Scene.Warnings, Is.Empty);
        Assert.That(file.Assets.Single().Path, Is.EqualTo(Warehouse));
    }

    [Test]
    public void It_Stays_Small()
    {
        Scene scene = SceneLibrary.Read(Warehouse).Scene;
        long texels = scene.Images.Sum(i => (long)i.Rgba.Length);
        long triangles = SceneInstances.Of(scene).Sum(i => scene.Meshes[i.Mesh].Primitives.Sum(p => p.Indices.Length / 3L));

        Assert.That(texels, Is.LessThanOrEqualTo(TextureBudget));
        Assert.That(triangles, Is.LessThan(TriangleBudget));
        TestContext.Out.WriteLine($"{texels} bytes of texels, {triangles} triangles, {SceneInstances.Of(scene).Count} objects, {scene.Materials.Count} materials");
    }

    [Test]
    public void It_Has_Objects_Of_Many_Kinds_And_Three_Lamps()
    {
        Scene scene = SceneLibrary.Read(Warehouse).Scene;
        IReadOnlyList<Instance> objects = SceneInstances.Of(scene);
        CategoryTable categories = CategoryTable.Of(scene, objects, CategoryRules.Default with { NodeNameFallback = false });

        Assert.That(objects, Has.Count.GreaterThan(20));
        Assert.That(categories.Names, Is.SupersetOf(new[] { "shelf", "box", "bin", "barrel", "pallet", "cart", "sign", "floor", "wall" }));
        Assert.That(categories.IdByInstance, Has.All.GreaterThan(0));
        Assert.That(objects.Select(o => o.Name), Is.EqualTo(objects.Select(o => scene.Nodes[o.Node].Name)), "names are unique");
        Assert.That(scene.Nodes.Count(n => n.Light is not null), Is.EqualTo(3));
        Assert.That(scene.Nodes.Count(n => n.Camera is not null), Is.EqualTo(2));
    }

    [Test]
    public void An_Unknown_Name_Is_Refused_With_The_Nearest() => Assert.That(
        () => SceneLibrary.Glb("builtin:warehouse-aile"),
        Throws.ArgumentException.With.Message.Contains("Did you mean \"warehouse-aisle\"?"));
}
