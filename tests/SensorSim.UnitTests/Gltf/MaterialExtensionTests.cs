using System.Numerics;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Gltf.Summaries;
using SensorSim.Scenes.Gltf.Writing;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Gltf;

/// <summary>The extensions that add layers to materials.</summary>
public class MaterialExtensionTests
{
    private static readonly byte[] _pixel = TestPng.Rgba(2, 1, 1, 2, 3, 4, 5, 6, 7, 8);

    private static IEnumerable<TestCaseData> Values() =>
    [
        Case("KHR_materials_ior", """{"ior":1.33}""", m => m with { Ior = 1.33f }),
        Case("KHR_materials_ior", """{"ior":0}""", m => m with { Ior = 0 }),
        Case(
            "KHR_materials_specular",
            """{"specularFactor":0.5,"specularTexture":{"index":0},"specularColorFactor":[0.1,2,3],"specularColorTexture":{"index":1,"texCoord":1}}""",
            m => m with { Specular = new(0.5f, Bind(0), new(0.1f, 2, 3), Bind(1, 1)) }),
        Case(
            "KHR_materials_clearcoat",
            """
            {"clearcoatFactor":0.9,"clearcoatTexture":{"index":0},"clearcoatRoughnessFactor":0.2,"clearcoatRoughnessTexture":{"index":1},
             "clearcoatNormalTexture":{"index":0,"scale":0.5}}
            """,
            m => m with { Clearcoat = new(0.9f, Bind(0), 0.2f, Bind(1), Bind(0, 0, 0.5f)) }),
        Case(
            "KHR_materials_sheen",
            """{"sheenColorFactor":[0.1,0.2,0.3],"sheenColorTexture":{"index":0},"sheenRoughnessFactor":0.4,"sheenRoughnessTexture":{"index":1}}""",
            m => m with { Sheen = new(new(0.1f, 0.2f, 0.3f), Bind(0), 0.4f, Bind(1)) }),
        Case(
            "KHR_materials_iridescence",
            """
            {"iridescenceFactor":0.8,"iridescenceTexture":{"index":0},"iridescenceIor":1.5,"iridescenceThicknessMinimum":200,
             "iridescenceThicknessMaximum":150,"iridescenceThicknessTexture":{"index":1}}
            """,
            m => m with { Iridescence = new(0.8f, Bind(0), 1.5f, 200, 150, Bind(1)) }),
        Case(
            "KHR_materials_anisotropy",
            """{"anisotropyStrength":0.6,"anisotropyRotation":-7,"anisotropyTexture":{"index":1}}""",
            m => m with { Anisotropy = new(0.6f, -7, Bind(1)) }),
        Case(
            "KHR_materials_transmission",
            """{"transmissionFactor":0.7,"transmissionTexture":{"index":1}}""",
            m => m with { Transmission = new(0.7f, Bind(1)) }),
        Case(
            "KHR_materials_volume",
            """{"thicknessFactor":2.5,"thicknessTexture":{"index":0},"attenuationDistance":0.25,"attenuationColor":[0.9,0.5,0]}""",
            m => m with { Volume = new(2.5f, Bind(0), 0.25f, new(0.9f, 0.5f, 0)) }),
        Case("KHR_materials_dispersion", """{"dispersion":1.5}""", m => m with { Dispersion = 1.5f }),
    ];

    private static IEnumerable<TestCaseData> Defaults() =>
    [
        Case("KHR_materials_ior", "{}", m => m),
        Case("KHR_materials_specular", "{}", m => m with { Specular = new(1, null, Vector3.One, null) }),
        Case("KHR_materials_clearcoat", "{}", m => m with { Clearcoat = new(0, null, 0, null, null) }),
        Case("KHR_materials_sheen", "{}", m => m with { Sheen = new(Vector3.Zero, null, 0, null) }),
        Case("KHR_materials_iridescence", "{}", m => m with { Iridescence = new(0, null, 1.3f, 100, 400, null) }),
        Case("KHR_materials_anisotropy", "{}", m => m with { Anisotropy = new(0, 0, null) }),
        Case("KHR_materials_transmission", "{}", m => m with { Transmission = new(0, null) }),
        Case("KHR_materials_volume", "{}", m => m with { Volume = new(0, null, float.PositiveInfinity, Vector3.One) }),
        Case("KHR_materials_dispersion", "{}", m => m),
    ];

    [TestCaseSource(nameof(Values))]
    [TestCaseSource(nameof(Defaults))]
    public void Extension_IsRead(string extension, string json, Material expected)
    {
        Scene scene = Read(extension, json);
        Assert.That(scene.Materials[0], Is.EqualTo(expected));
        Assert.That(scene.Warnings, Is.Empty);
    }

    [TestCaseSource(nameof(Values))]
    public void Extension_IsWrittenAndReadBack(string extension, string json, Material expected)
    {
        Scene scene = Read(extension, json), back = GltfReader.Read(GlbWriter.Write(scene), "back.glb", ".").Scene;
        Assert.That(back.Materials[0], Is.EqualTo(expected));
        Assert.That(back.Warnings, Is.Empty, "The file declares what it uses.");
    }

    [TestCase("KHR_materials_ior", """{"ior":0.5}""", "ior: 0.5 was clamped to 1 or more")]
    [TestCase("KHR_materials_specular", """{"specularColorFactor":[-1,0,0]}""", "specularColorFactor: -1 was clamped to 0 or more")]
    [TestCase("KHR_materials_clearcoat", """{"clearcoatFactor":2}""", "clearcoatFactor: 2 was clamped to 0..1")]
    [TestCase("KHR_materials_sheen", """{"sheenColorFactor":[0,3,0]}""", "sheenColorFactor: 3 was clamped to 0..1")]
    [TestCase("KHR_materials_iridescence", """{"iridescenceIor":0.9}""", "iridescenceIor: 0.9 was clamped to 1 or more")]
    [TestCase("KHR_materials_anisotropy", """{"anisotropyStrength":-1}""", "anisotropyStrength: -1 was clamped to 0..1")]
    [TestCase("KHR_materials_transmission", """{"transmissionFactor":1.5}""", "transmissionFactor: 1.5 was clamped to 0..1")]
    [TestCase("KHR_materials_volume", """{"thicknessFactor":-1}""", "thicknessFactor: -1 was clamped to 0 or more")]
    [TestCase("KHR_materials_dispersion", """{"dispersion":-1}""", "dispersion: -1 was clamped to 0 or more")]
    public void ValueOutOfRange_IsClampedWithAWarning(string extension, string json, string warning) =>
        Assert.That(Read(extension, json).Warnings, Has.Some.Contains($"$.materials[0].extensions.{extension}.{warning}"));

    [TestCase("KHR_materials_ior", """{"ior":"glass"}""", "ior")]
    [TestCase("KHR_materials_specular", """{"specularColorFactor":[1,1]}""", "specularColorFactor")]
    [TestCase("KHR_materials_clearcoat", """{"clearcoatTexture":{"index":9}}""", "clearcoatTexture.index")]
    [TestCase("KHR_materials_sheen", """{"sheenRoughnessFactor":[]}""", "sheenRoughnessFactor")]
    [TestCase("KHR_materials_iridescence", """{"iridescenceTexture":{}}""", "iridescenceTexture")]
    [TestCase("KHR_materials_anisotropy", """{"anisotropyRotation":null}""", "anisotropyRotation")]
    [TestCase("KHR_materials_transmission", "7", "")]
    [TestCase("KHR_materials_volume", """{"attenuationDistance":0}""", "attenuationDistance")]
    [TestCase("KHR_materials_dispersion", """{"dispersion":true}""", "dispersion")]
    public void BrokenExtension_IsNamedByItsPath(string extension, string json, string member)
    {
        GltfException error = Assert.Throws<GltfException>(() => Read(extension, json))!;
        string path = $"$.materials[0].extensions.{extension}" + (member.Length > 0 ? "." + member : "");
        Assert.That(error.Message, Does.Contain(path));
    }

    [Test]
    public void Textures_AreNamedByTheirRoleInTheSummary()
    {
        TestGltf file = Declared("KHR_materials_volume").With("materials", """{"extensions":{"KHR_materials_volume":{"thicknessTexture":{"index":1}}}}""");
        SceneSummary summary = SceneSummary.Of(GltfReader.Read(file.Glb(), "glass.glb", "."));
        Assert.That(summary.Materials[0].Textures, Is.EqualTo(new Dictionary<string, int>(StringComparer.Ordinal) { ["thickness"] = 1 }));
        Assert.That(summary.Extensions, Has.All.Property("Supported").True);
    }

    [TestCase("""{"KHR_materials_anisotropy":{"anisotropyStrength":1}}""")]
    [TestCase("""{"KHR_materials_clearcoat":{"clearcoatNormalTexture":{"index":0}}}""")]
    public void MaterialThatNeedsTangents_GetsThem(string extensions)
    {
        TestGltf Plane() => new TestGltf().Texture(_pixel).Mesh(
            TestGltf.Attributes(
                ("POSITION", g => g.Accessor("VEC3", [Vector3.Zero, Vector3.UnitX, Vector3.UnitY])),
                ("TEXCOORD_0", g => g.Accessor("VEC2", [Vector2.Zero, Vector2.UnitY, Vector2.UnitX]))),
            material: 0).Node("""{"mesh":0}""");
        Assert.That(Plane().With("materials", "{}").Read().Meshes[0].Primitives[0].Tangents, Is.Null);
        Vector4[]? tangents = Plane().With("materials", $$$"""{"extensions":{{{extensions}}}}""").Read().Meshes[0].Primitives[0].Tangents;
        Assert.That(tangents, Is.Not.Null);
        Assert.That(Vector3.Distance(new(tangents![0].X, tangents[0].Y, tangents[0].Z), Vector3.UnitY), Is.LessThan(1e-6f), "u grows along +Y.");
    }

    private static TestCaseData Case(string extension, string json, Func<Material, Material> expected) =>
        new TestCaseData(extension, json, expected(Material.Default)).SetArgDisplayNames(extension, json.Length > 20 ? "every member" : json);

    private static TextureBinding Bind(int texture, int set = 0, float strength = 1) => new(texture, set, Matrix3x2.Identity, strength);

    private static TestGltf Declared(string extension) => new TestGltf().Texture(_pixel).Texture(_pixel).Set("extensionsUsed", $$"""["{{extension}}"]""");

    private static Scene Read(string extension, string json) =>
        Declared(extension).With("materials", $$$"""{"extensions":{"{{{extension}}}":{{{json}}}}}""").Read();
}
