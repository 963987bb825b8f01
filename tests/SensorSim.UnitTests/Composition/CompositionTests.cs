using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Scenes.Composition;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Library.Materials;
using SensorSim.Scenes.Library.Objects;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.UnitTests.Cousins;

namespace SensorSim.UnitTests.Composition;

/// <summary>What a scenario adds to its scene, and what cousins make of it.</summary>
public sealed class CompositionTests
{
    private static readonly SceneAdditions s_additions = new()
    {
        Objects = [new("cup_1", "builtin:mug", "cup", new(1, 0, 2), 90), new("cup_2", "builtin:bowl", "cup", new(1.5, 0, 2), 0)],
        Items = ["builtin:mug", "builtin:bowl"],
        Materials = ["builtin:oak"],
        Replaced = ["cardboard"],
    };

    private static readonly Scene s_composed = ComposedScene.Of(SmallScene.Create(), s_additions, new Library());

    [Test]
    public void The_Twin_Keeps_Its_Indices()
    {
        Scene twin = SmallScene.Create();

        Assert.That(s_composed.Nodes.Take(twin.Nodes.Count).Select(node => (node.Name, node.LocalTransform, node.Mesh)), Is.EqualTo(twin.Nodes.Select(node => (node.Name, node.LocalTransform, node.Mesh))));
        Assert.That(s_composed.Materials.Take(twin.Materials.Count), Is.EqualTo(twin.Materials));
        Assert.That(s_composed.Nodes.Skip(twin.Nodes.Count).Select(node => (node.Name, (string?)node.Extras!["category"])), Is.EqualTo(new[] { ("cup_1", "cup"), ("cup_2", "cup") }));
    }

    [Test]
    public void Everything_Added_Names_What_It_Brought_Along()
    {
        Mesh mug = s_composed.Meshes[s_composed.Shapes.Items["builtin:mug"]];
        LibraryObject library = ObjectLibrary.Of("mug");

        foreach ((Primitive composed, Primitive own) in mug.Primitives.Zip(library.Fragment.Meshes[0].Primitives))
        {
            Material material = s_composed.Materials[composed.Material!.Value], expected = library.Fragment.Materials[own.Material!.Value];
            Assert.That(material.Name, Is.EqualTo(expected.Name));
            Assert.That(material.Textures.Select(texture => ImageOf(s_composed, texture.Binding)), Is.EqualTo(expected.Textures.Select(texture => ImageOf(library.Fragment, texture.Binding))));
        }

        Assert.That(s_composed.Materials.Count(material => material.Name == "builtin:oak"), Is.EqualTo(1));

        static Image ImageOf(Scene scene, TextureBinding binding) => scene.Images[scene.Textures[binding.Texture].Image];
    }

    [Test]
    public void Surfaces_That_May_Become_A_Library_Material_Have_Coordinates_In_Metres()
    {
        Primitive primitive = s_composed.Meshes[0].Primitives[0];

        Assert.That(primitive.Tangents, Is.Not.Null);
        for (int i = 0; i < primitive.Positions.Length; i++)
        {
            for (int k = 0; k < i; k++)
            {
                float metres = Vector3.Distance(primitive.Positions[i], primitive.Positions[k]);
                Assert.That(Vector2.Distance(primitive.TexCoords0![i], primitive.TexCoords0[k]), Is.EqualTo(metres).Within(1e-5), "its only triangle lies in the x-y plane");
            }
        }
    }

    [Test]
    public void A_Library_Material_Is_As_Large_As_The_Surface_Says()
    {
        // Coordinates of half a unit for a metre: the texture must be stretched to twice as many units.
        Scene twin = SmallScene.Create();
        Mesh half = twin.Meshes[0] with { Primitives = [twin.Meshes[0].Primitives[0] with { TexCoords0 = [Vector2.Zero, new(0.5f, 0), new(0, 0.5f)] }] };
        Scene composed = ComposedScene.Of(twin with { Meshes = [half] }, s_additions, new Library());
        Matrix3x2 own = MaterialLibrary.Create("oak").Fragment.Materials[0].BaseColorTexture!.Transform;

        Material oak = Assembly(composed).Apply(0, Draws(("materials.cardboard.swap", "builtin:oak"))).Materials[0];

        Vector2 expected = Vector2.Transform(new(2, 0), own), found = Vector2.Transform(new(1, 0), oak.BaseColorTexture!.Transform);
        Assert.That(Vector2.Distance(expected, found), Is.LessThan(1e-5f));
    }

    [Test]
    public void An_Object_Becomes_Another_On_The_Same_Foot()
    {
        Instance box = SceneNames.Of(s_composed).Objects.Single(thing => thing.Name == "box_2");

        SceneInstance cousin = Assembly(s_composed).Apply(0, Draws(("objects.box_2.item", "builtin:mug")));

        Assert.That(cousin.MeshOf(box.Node), Is.EqualTo(s_composed.Shapes.Items["builtin:mug"]));
        // The triangle of the scene reaches from 0 to 1 in x and y, at z = 5.
        Vector3d foot = cousin.NodeToWorld[box.Node].Translation;
        Assert.That((foot - new Vector3d(0.5, 0, 5)).Length, Is.LessThan(0.02), "the mug's own origin is in the middle of its foot, but for its handle");
        Assert.That(cousin.NodeToWorld[box.Node].ColumnX.Length, Is.EqualTo(1).Within(1e-9));
    }

    [Test]
    public void Absent_Objects_Show_No_Mesh()
    {
        CousinAssembly assembly = Assembly(s_composed);
        int[] cups = [.. SceneNames.Of(s_composed).Objects.Where(thing => thing.Name.StartsWith("cup_", StringComparison.Ordinal)).Select(thing => thing.Node)];

        SceneInstance all = assembly.Apply(0, Draws(("objects.cup.count", 2))), one = assembly.Apply(0, Draws(("objects.cup.count", 1)));
        SceneInstance second = assembly.Apply(0, Draws(("objects.cup_1.present", false), ("objects.cup_2.present", true)));

        Assert.That(cups.Select(node => all.MeshOf(node) is not null), Is.EqualTo(new[] { true, true }));
        Assert.That(cups.Select(node => one.MeshOf(node) is not null), Is.EqualTo(new[] { true, false }));
        Assert.That(cups.Select(node => second.MeshOf(node) is not null), Is.EqualTo(new[] { false, true }));
    }

    [Test]
    public void A_Variant_Replaces_Materials_Of_Primitives_Not_Of_Names()
    {
        // Two primitives of one material part in the variant.
        Scene twin = SmallScene.Create();
        Primitive own = twin.Meshes[0].Primitives[0];
        Scene varied = twin with
        {
            Variants = ["night"],
            Meshes = [new("two", [own, own with { VariantMaterials = new Dictionary<int, int> { [0] = 1 } }])],
        };
        Scene composed = ComposedScene.Of(varied, new() { HasVariants = true }, new Library());
        int node = SceneNames.Of(composed).Objects[0].Node;

        SceneInstance night = Assembly(composed).Apply(0, Draws(("scene.variant", "night")));

        Assert.That(composed.Meshes[night.MeshOf(node)!.Value].Primitives.Select(primitive => primitive.Material), Is.EqualTo(new int?[] { 0, 1 }));
    }

    [TestCase("objects.box_2.item", "builtin:bowl2", "The scene was not given the object")]
    [TestCase("materials.cardboard.swap", "builtin:pine", "The scene has no material")]
    [TestCase("scene.variant", "night", "The scene has no variant 'night'.")]
    public void A_Draw_That_Names_Nothing_Is_Refused(string draw, string value, string message) =>
        Assert.That(() => Assembly(s_composed).Apply(0, Draws((draw, value))), Throws.ArgumentException.With.Message.StartsWith(message));

    [Test]
    public void Wear_Goes_From_New_To_Dull()
    {
        var gloss = new Material { BaseColor = new(0.9f, 0.1f, 0.1f, 1), Roughness = 0.1f, Metallic = 1, Clearcoat = new(1, null, 0, null, null) };

        Assert.That(Wear.Of(gloss, 0), Is.EqualTo(gloss));
        Material worn = Wear.Of(gloss, 1), half = Wear.Of(gloss, 0.5);
        Assert.That((worn.Roughness, worn.Clearcoat!.Factor), Is.EqualTo((0.8f, 0f)));
        Assert.That(new[] { gloss, half, worn }.Select(m => m.BaseColor.X), Is.Ordered.Descending);
    }

    private static CousinAssembly Assembly(Scene scene) => new(scene, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal));

    private static Dictionary<string, JsonNode?> Draws(params (string Name, object Value)[] draws) =>
        draws.ToDictionary(draw => draw.Name, draw => (JsonNode?)(draw.Value is string text ? JsonValue.Create(text) : draw.Value is bool truth ? JsonValue.Create(truth) : JsonValue.Create((double)(int)draw.Value)), StringComparer.Ordinal);

    private sealed class Library : IFragmentSource
    {
        public Scene Item(string reference) => ObjectLibrary.Of(reference).Fragment;

        public Scene Material(string reference) => MaterialLibrary.Create(reference).Fragment;
    }
}
