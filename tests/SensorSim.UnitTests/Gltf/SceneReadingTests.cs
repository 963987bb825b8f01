using System.Numerics;
using System.Text;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Gltf.Summaries;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.UnitTests.Gltf;

public class SceneReadingTests
{
    private static readonly byte[] Pixel = TestPng.Rgba(2, 1, 1, 2, 3, 4, 5, 6, 7, 8);

    [Test]
    public void Nodes_MatrixAndTrs_GiveTheSameTransform()
    {
        // A quarter turn about +Z, scaled, moved.
        Scene scene = new TestGltf()
            .Node("""{"translation":[1,2,3],"rotation":[0,0,0.70710678118654752,0.70710678118654752],"scale":[2,3,4],"children":[1]}""")
            .Node("""{"matrix":[0,2,0,0,-3,0,0,0,0,0,4,0,1,2,3,1]}""").Read();
        double[] trs = scene.Nodes[0].LocalTransform.ToRowMajor(), matrix = scene.Nodes[1].LocalTransform.ToRowMajor();
        Assert.That(trs, Is.EqualTo(matrix).Within(1e-15));
        Assert.That(scene.Nodes[1].Parent, Is.Zero);
        Assert.That(scene.Nodes[0].LocalTransform.TransformPoint(Vector3d.UnitX).Y, Is.EqualTo(4).Within(1e-15));
    }

    [Test]
    public void DefaultScene_DecidesWhatIsShown()
    {
        Scene scene = new TestGltf().Node("{}").Node("""{"children":[2]}""").Node("{}").Node("{}")
            .With("scenes", """{"nodes":[0]}""").With("scenes", """{"name":"shop","nodes":[1]}""").Set("scene", "1").Read();
        Assert.That(scene.Nodes.Select(n => n.InScene), Is.EqualTo(new[] { false, true, true, false }));
        Assert.That(scene.Name, Is.EqualTo("shop"));
    }

    [Test]
    public void WithoutScenes_EverythingIsShown_AndTheFileGivesTheName()
    {
        Scene scene = TestGltf.Triangle().Node("{}").Read();
        Assert.That(scene.Nodes.Select(n => n.InScene), Is.All.True);
        Assert.That(scene.Name, Is.EqualTo("test"));
    }

    [Test]
    public void Extras_StayOnTheirNodes()
    {
        Scene scene = new TestGltf().Node("""{"name":"cup","extras":{"category":"cup","grasp":[0,1]}}""").Node("""{"extras":7}""").Read();
        Assert.That(scene.Nodes[0].Extras!.ToJsonString(), Is.EqualTo("""{"category":"cup","grasp":[0,1]}"""));
        Assert.That(scene.Nodes[1].Extras, Is.Null);
    }

    [Test]
    public void SizesOfLights_AreThoseOfTheirExtras_AndANodesOwnComeFirst()
    {
        Scene scene = new TestGltf().Set("extensionsUsed", """["KHR_lights_punctual"]""").Set("extensions", """
            {"KHR_lights_punctual":{"lights":[
              {"type":"directional","extras":{"angular_diameter_deg":0.53}},
              {"type":"point","extras":"a text"}]}}
            """)
            .Node("""{"extensions":{"KHR_lights_punctual":{"light":0}}}""")
            .Node("""{"extensions":{"KHR_lights_punctual":{"light":0}},"extras":{"angular_diameter_deg":2}}""")
            .Node("""{"extensions":{"KHR_lights_punctual":{"light":1}},"extras":{"radius_m":0.04,"note":1}}""").Read();
        Light[] placed = [.. scene.Nodes.Select(node => scene.Lights[node.Light!.Value])];
        Assert.That(placed.Select(light => light.AngularDiameterDegrees), Is.EqualTo(new[] { 0.53, 2, 0 }));
        Assert.That(placed.Select(light => light.RadiusMetres), Is.EqualTo(new[] { 0, 0, 0.04 }));
        Assert.That(scene.Lights.Take(2), Is.EqualTo(new[] { new Light { AngularDiameterDegrees = 0.53 }, new Light { Kind = LightKind.Point } }));
    }

    [Test]
    public void Lights_OfEveryKind()
    {
        Scene scene = new TestGltf().Set("extensionsUsed", """["KHR_lights_punctual"]""").Set("extensions", """
            {"KHR_lights_punctual":{"lights":[
              {"type":"directional","color":[1,0.5,0],"intensity":3},
              {"type":"point","name":"bulb","range":5},
              {"type":"spot","spot":{"innerConeAngle":0.1,"outerConeAngle":0.2}}]}}
            """).Node("""{"extensions":{"KHR_lights_punctual":{"light":2}}}""").Read();
        Assert.That(scene.Lights, Is.EqualTo(new[]
        {
            new Light { Kind = LightKind.Directional, Color = new(1, .5f, 0), Intensity = 3 },
            new Light { Kind = LightKind.Point, Name = "bulb", Range = 5 },
            new Light { Kind = LightKind.Spot, InnerConeAngle = .1, OuterConeAngle = .2 },
        }));
        Assert.That(scene.Nodes[0].Light, Is.EqualTo(2));
    }

    [Test]
    public void Cameras_OfBothKinds()
    {
        Scene scene = new TestGltf()
            .With("cameras", """{"type":"perspective","name":"eye","perspective":{"yfov":0.8,"aspectRatio":1.5,"znear":0.1}}""")
            .With("cameras", """{"type":"orthographic","orthographic":{"xmag":4,"ymag":2,"znear":0,"zfar":9}}""").Read();
        Assert.That(scene.Cameras, Is.EqualTo(new[] { new Camera("eye", .8, null, 1.5), new Camera(null, null, 2, 2) }));
    }

    [Test]
    public void Material_EveryProperty()
    {
        Scene scene = new TestGltf().Texture(Pixel).Texture(Pixel).Set("extensionsUsed", """["KHR_materials_unlit","KHR_materials_emissive_strength"]""")
            .With("materials", """
                {"name":"m","pbrMetallicRoughness":{"baseColorFactor":[0.1,0.2,0.3,0.4],"metallicFactor":0.5,"roughnessFactor":0.6,
                  "baseColorTexture":{"index":1},"metallicRoughnessTexture":{"index":0,"texCoord":1}},
                 "normalTexture":{"index":0,"scale":2},"occlusionTexture":{"index":0,"strength":0.25},"emissiveTexture":{"index":1},
                 "emissiveFactor":[1,0.5,0],"alphaMode":"MASK","alphaCutoff":0.75,"doubleSided":true,
                 "extensions":{"KHR_materials_unlit":{},"KHR_materials_emissive_strength":{"emissiveStrength":8}}}
                """).Read();
        TextureBinding Bind(int texture, int set = 0, float strength = 1) => new(texture, set, Matrix3x2.Identity, strength);
        Assert.That(scene.Materials[0], Is.EqualTo(new Material
        {
            Name = "m",
            BaseColor = new(.1f, .2f, .3f, .4f),
            BaseColorTexture = Bind(1),
            Metallic = .5f,
            Roughness = .6f,
            MetallicRoughnessTexture = Bind(0, 1),
            NormalTexture = Bind(0, 0, 2),
            OcclusionTexture = Bind(0, 0, .25f),
            Emissive = new(8, 4, 0),
            EmissiveTexture = Bind(1),
            AlphaMode = AlphaMode.Mask,
            AlphaCutoff = .75f,
            DoubleSided = true,
            Unlit = true,
        }));
    }

    [Test]
    public void Material_Defaults_AreTheSpecifications() =>
        Assert.That(new TestGltf().With("materials", "{}").Read().Materials[0], Is.EqualTo(Material.Default));

    [Test]
    public void TextureTransform_TakesTheQuadrantOfTheExtensionsExample()
    {
        // "This example utilizes only the lower left quadrant of the source image, rotated clockwise 90 degrees."
        TextureBinding binding = Transformed("""{"offset":[0,1],"rotation":1.57079632679,"scale":[0.5,0.5]}""");
        Assert.Multiple(() =>
        {
            Assert.That(Vector2.Distance(Vector2.Transform(new(0, 0), binding.Transform), new(0, 1)), Is.LessThan(1e-6f));
            Assert.That(Vector2.Distance(Vector2.Transform(new(1, 0), binding.Transform), new(0, .5f)), Is.LessThan(1e-6f));
            Assert.That(Vector2.Distance(Vector2.Transform(new(0, 1), binding.Transform), new(.5f, 1)), Is.LessThan(1e-6f));
        });
    }

    [Test]
    public void TextureTransform_ScalesBeforeItRotates_AndOverridesTheUvSet()
    {
        TextureBinding binding = Transformed("""{"offset":[10,20],"rotation":0.5,"scale":[2,3],"texCoord":1}""");
        (float sin, float cos) = MathF.SinCos(.5f);
        var expected = new Vector2((2 * 7 * cos) + (3 * 11 * sin) + 10, (3 * 11 * cos) - (2 * 7 * sin) + 20);
        Assert.That(Vector2.Distance(Vector2.Transform(new(7, 11), binding.Transform), expected), Is.LessThan(1e-4f));
        Assert.That(binding.TexCoord, Is.EqualTo(1));
    }

    [Test]
    public void Samplers_EveryFilter()
    {
        (int Code, bool Linear, MipFilter Mip)[] filters =
        [
            (9728, false, MipFilter.None), (9729, true, MipFilter.None), (9984, false, MipFilter.Nearest),
            (9985, true, MipFilter.Nearest), (9986, false, MipFilter.Linear), (9987, true, MipFilter.Linear),
        ];
        var gltf = new TestGltf().Texture(Pixel);
        foreach ((int code, _, _) in filters)
        {
            gltf.With("samplers", $$"""{"minFilter":{{code}},"magFilter":9728,"wrapS":33071,"wrapT":33648}""");
            gltf.With("textures", $$"""{"source":0,"sampler":{{gltf.Json["samplers"]!.AsArray().Count - 1}}}""");
        }

        IEnumerable<TextureSampler> expected = filters.Select(f => new TextureSampler(false, f.Linear, f.Mip, TextureWrap.ClampToEdge, TextureWrap.MirroredRepeat));
        Assert.That(gltf.Read().Textures.Select(t => t.Sampler), Is.EqualTo(expected.Prepend(TextureSampler.Default)));
    }

    [Test]
    public void Images_AreDecodedOnce_AndUnusedOnesLeftAlone()
    {
        Scene scene = new TestGltf().Texture(Pixel).With("images", """{"uri":"nowhere.webp"}""").Read();
        Assert.That((scene.Images[0].Width, scene.Images[0].Height), Is.EqualTo((2, 1)));
        Assert.That(scene.Images[0].Rgba, Is.EqualTo(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8 }));
        Assert.That(scene.Images[1].Width, Is.EqualTo(1));
        Assert.That(scene.Warnings, Has.Some.Contains("Image 1 is not used"));
    }

    [Test]
    public void TextureOfAnUnsupportedExtension_IsLeftOutWithAWarning()
    {
        Scene scene = new TestGltf().Set("extensionsUsed", """["KHR_texture_basisu"]""").With("textures", "{}")
            .With("materials", """{"emissiveTexture":{"index":0}}""").Read();
        Assert.That(scene.Materials[0].EmissiveTexture, Is.Null);
        Assert.That(scene.Textures[0].Image, Is.LessThan(scene.Images.Count));
        Assert.That(scene.Warnings, Has.Some.Contains("KHR_texture_basisu").And.Some.Contains("left out"));
    }

    [Test]
    public void ExtensionRequired_IsRefusedByName_WithAdvice() => Assert.That(
        TestGltf.Triangle().Set("extensionsRequired", """["KHR_draco_mesh_compression"]""").Read,
        Throws.TypeOf<GltfException>().With.Message.StartsWith("test.glb: $.extensionsRequired[0]: ").And.Message.Contains("KHR_draco_mesh_compression").And.Message.Contains("gltf-pipeline"));

    [Test]
    public void MorphTargets_AreAppliedWithTheirDefaultWeights()
    {
        TestGltf gltf = TestGltf.Triangle().Node("""{"mesh":0,"weights":[0,1]}""");
        int up = gltf.Accessor("VEC3", [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ]), right = gltf.Accessor("VEC3", [Vector3.UnitX, Vector3.Zero, Vector3.Zero]);
        gltf.Json["meshes"]![0]!["primitives"]![0]!["targets"] = System.Text.Json.Nodes.JsonNode.Parse($$"""[{"POSITION":{{up}}},{"POSITION":{{right}}}]""");
        gltf.Json["meshes"]![0]!["weights"] = System.Text.Json.Nodes.JsonNode.Parse("[0.5,2]");
        Scene scene = gltf.Read();
        Assert.That(scene.Nodes[0].Mesh, Is.Not.EqualTo(scene.Nodes[1].Mesh), "a node whose mesh deforms has a mesh of its own");
        Assert.That(Rest(scene, 0)[0], Is.EqualTo(new Vector3(2, 0, .5f)));
        Assert.That(Rest(scene, 1)[0], Is.EqualTo(new Vector3(1, 0, 0)));
        Assert.That(scene.Warnings, Is.Empty);
    }

    [Test]
    public void Skin_AtRest_PutsVerticesWhereItsJointsAre()
    {
        var gltf = new TestGltf();
        int bind = gltf.Accessor("MAT4", [Matrix4x4.Identity, Matrix4x4.CreateTranslation(0, -1, 0)]);
        gltf.Mesh(
            [
                ("POSITION", g => g.Accessor("VEC3", [Vector3.Zero, new(0, 1, 0), new(1, 1, 0)])),
                ("NORMAL", g => g.Accessor("VEC3", [Vector3.UnitZ, Vector3.UnitX, Vector3.UnitZ])),
                ("JOINTS_0", g => g.Accessor("VEC4", new byte[] { 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0 }, TestGltf.UInt8)),
                ("WEIGHTS_0", g => g.Accessor("VEC4", [new Vector4(1, 0, 0, 0), new Vector4(1, 0, 0, 0), new Vector4(.5f, .5f, 0, 0)])),
            ]);

        gltf.Json["accessors"]!.AsArray().Single(a => (int)a!["componentType"]! == TestGltf.UInt8)!["count"] = 3;

        // The mesh's node is moved, which a skin ignores; joint 1 sits at (5, 0, 0) and is turned a quarter about +Z.
        gltf.Node("""{"mesh":0,"skin":0,"translation":[100,0,0]}""").Node("{}")
            .Node("""{"translation":[5,0,0],"rotation":[0,0,0.70710678118654752,0.70710678118654752]}""")
            .With("skins", $$"""{"joints":[1,2],"inverseBindMatrices":{{bind}}}""");
        Scene scene = gltf.Read();
        Primitive p = scene.Meshes[0].Primitives[0];
        MeshPose pose = AnimatedMotion.RestPose(scene).Meshes[0].Pose;
        Matrix4x4d world = scene.Nodes[0].LocalTransform;
        Vector3[] positions = Rest(scene, 0);
        Vector3d[] placed = [.. positions.Select(v => world.TransformPoint(new(v.X, v.Y, v.Z)))];
        Vector3d[] expected = [Vector3d.Zero, new(5, 0, 0), new(((1 + 5) / 2.0), (1 + 1) / 2.0, 0)];
        Assert.That(placed.Zip(expected).Select(e => (e.First - e.Second).Length), Is.All.LessThan(1e-5));
        Assert.That(Vector3.Distance(Deformation.Normals(p, pose, positions)[1], Vector3.UnitY), Is.LessThan(1e-6f));
        Assert.That(SceneSummary.Of(GltfReader.Read(gltf.Glb(), "skin.glb", ".")).BoundsMaxM, Is.EqualTo(new[] { 5.0, 1, 0 }).Within(1e-5), "what inspect says of it");
    }


    private static Vector3[] Rest(Scene scene, int node) =>
        Deformation.Positions(scene.Meshes[scene.Nodes[node].Mesh!.Value].Primitives[0], AnimatedMotion.RestPose(scene).Meshes[node].Pose);

    [Test]
    public void ExternalFiles_ArePercentDecoded_AndListedWithTheirDigests()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            TestGltf gltf = TestGltf.Triangle().With("images", """{"uri":"tex/a%20b.png"}""").With("textures", """{"source":0}""");
            Directory.CreateDirectory(Path.Combine(folder, "tex"));
            File.WriteAllBytes(Path.Combine(folder, "tex", "a b.png"), Pixel);
            File.WriteAllBytes(Path.Combine(folder, "mesh.bin"), gltf.Binary());
            File.WriteAllBytes(Path.Combine(folder, "scene.gltf"), gltf.Gltf("mesh.bin"));
            GltfFile file = GltfReader.Read(Path.Combine(folder, "scene.gltf"));
            Assert.That(file.Assets.Select(a => a.Path), Is.EqualTo(new[] { "scene.gltf", "mesh.bin", "tex/a b.png" }));
            Assert.That(file.Assets[2].Sha256, Is.EqualTo(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Pixel))));
            Assert.That(file.Scene.Images[0].Width, Is.EqualTo(2));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void DataUris_AndAByteOrderMark_AreRead()
    {
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. TestGltf.Triangle().Gltf()];
        Assert.That(GltfReader.Read(bytes, "a.gltf", ".").Scene.Meshes[0].Primitives[0].Positions[1], Is.EqualTo(Vector3.UnitX));
    }

    private static TextureBinding Transformed(string extension) => new TestGltf().Texture(Pixel).Set("extensionsUsed", """["KHR_texture_transform"]""")
        .With("materials", """{"emissiveTexture":{"index":0,"extensions":{"KHR_texture_transform":""" + extension + "}}}").Read().Materials[0].EmissiveTexture!;
}
