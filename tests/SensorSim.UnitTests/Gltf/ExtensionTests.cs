using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Geometry;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Extensions that change what is in a file, not how it is shaded.</summary>
public sealed partial class ExtensionTests
{
    private static readonly Vector3[] Corners = [Vector3.Zero, Vector3.UnitX, Vector3.UnitY, new(0.25f, 0.5f, -2)];

    [Test]
    public void InvisibleNode_HidesItselfAndAllBelow()
    {
        TestGltf gltf = TestGltf.Triangle().Node("""{"mesh":0,"children":[2],"extensions":{"KHR_node_visibility":{"visible":false}}}""").Node("""{"mesh":0}""")
            .Node("""{"mesh":0,"extensions":{"KHR_node_visibility":{"visible":true}}}""");
        Assert.That(gltf.Read().Nodes.Select(node => node.InScene), Is.EqualTo(new[] { true, false, false, true }));
    }

    [Test]
    public void InstancedNode_BecomesANodeForEachCopy()
    {
        TestGltf gltf = TestGltf.Triangle();
        int translations = gltf.Accessor("VEC3", [new Vector3(1, 0, 0), new Vector3(0, 2, 0)]);
        int rotations = gltf.Accessor("VEC4", [new Vector4(0, 0, 0, 1), new Vector4(0, MathF.Sqrt(0.5f), 0, MathF.Sqrt(0.5f))]);
        int scales = gltf.Accessor("VEC3", [Vector3.One, new Vector3(3, 3, 3)]);
        gltf.Set("nodes", $$$$$"""
            [{"name":"can","mesh":0,"translation":[0,0,5],"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{"TRANSLATION":{{{{{translations}}}}},"ROTATION":{{{{{rotations}}}}},"SCALE":{{{{{scales}}}}}}}}}]
            """);
        Scene scene = gltf.Read();
        Assert.Multiple(() =>
        {
            Assert.That(SceneInstances.Of(scene).Select(instance => (instance.Id, instance.Name, instance.Node)), Is.EqualTo(new[] { (1, "can_0", 1), (2, "can_1", 2) }));
            Assert.That(scene.Nodes[0].Mesh, Is.Null, "the node itself shows nothing");
            Matrix4x4d[] worlds = scene.WorldTransforms([.. scene.Nodes.Select(node => node.LocalTransform)]);
            Assert.That((worlds[1].TransformPoint(Vector3d.UnitX) - new Vector3d(2, 0, 5)).Length, Is.LessThan(1e-6));
            Assert.That((worlds[2].TransformPoint(Vector3d.UnitX) - new Vector3d(0, 2, 2)).Length, Is.LessThan(1e-6));
        });
    }

    [TestCase("""{}""", "expected TRANSLATION, ROTATION or SCALE")]
    [TestCase("""{"TRANSLATION":0,"SCALE":1}""", "the attributes have 3 and 1 elements")]
    [TestCase("""{"TRANSLATION":2}""", "expected an accessor of type VEC3")]
    public void InstancesThatDoNotFit_EndInAnError(string attributes, string message)
    {
        TestGltf gltf = TestGltf.Triangle();
        _ = gltf.Accessor("VEC3", [Vector3.One]);
        _ = gltf.Accessor("VEC4", [Vector4.One]);
        gltf.Set("nodes", $$$$$"""[{"mesh":0,"extensions":{"EXT_mesh_gpu_instancing":{"attributes":{{{{{attributes}}}}}}}}]""");
        Assert.That(() => gltf.Read(), Throws.TypeOf<GltfException>().With.Message.Contains(message).And.Message.Contains("$.nodes[0].extensions.EXT_mesh_gpu_instancing"));
    }

    [Test]
    public void Variant_ChangesTheMaterialsThatItMaps()
    {
        TestGltf gltf = TestGltf.Triangle()
            .Set("materials", """[{"name":"wood"},{"name":"steel"}]""")
            .Set("extensions", """{"KHR_materials_variants":{"variants":[{"name":"old"},{"name":"new"}]}}""")
            .Edit("meshes[0].primitives[0].material", "0")
            .Edit("meshes[0].primitives[0].extensions", """{"KHR_materials_variants":{"mappings":[{"material":1,"variants":[1]}]}}""");
        Scene scene = gltf.Read();
        int? MaterialIn(string? variant) => MaterialVariants.Apply(scene, variant).Meshes[0].Primitives[0].Material;
        Assert.Multiple(() =>
        {
            Assert.That(scene.Variants, Is.EqualTo(new[] { "old", "new" }));
            Assert.That(new[] { MaterialIn(null), MaterialIn("old"), MaterialIn("new") }, Is.EqualTo(new int?[] { 0, 0, 1 }));
            Assert.That(() => MaterialIn("gold"), Throws.ArgumentException.With.Message.Contains("no variant 'gold'"));
        });
    }

    [Test]
    public void WebpTexture_IsDecoded_AndPreferredToItsFallback()
    {
        // Two by two pixels, lossless: red, green; blue at half alpha, (10, 20, 30).
        byte[] webp = Convert.FromBase64String("UklGRjYAAABXRUJQVlA4TCkAAAAvAUAAEB8gECB48L9qQ0hAUP3/SyCQZLI/5QISwnNZLsYOvEqsQ0T/QwA=");
        TestGltf gltf = TestGltf.Triangle();
        gltf.With("images", $$"""{"uri":"missing.png"}""").With("images", $$"""{"bufferView":{{gltf.View(webp)}},"mimeType":"image/webp"}""")
            .With("textures", """{"source":0,"extensions":{"EXT_texture_webp":{"source":1}}}""");
        Scene scene = gltf.Read();
        Assert.That(scene.Images[scene.Textures[0].Image].Rgba, Is.EqualTo(new byte[] { 255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 128, 10, 20, 30, 255 }));
        gltf = TestGltf.Triangle();
        gltf.With("images", $$"""{"bufferView":{{gltf.View(webp.AsSpan(0, 40))}},"mimeType":"image/webp"}""").With("textures", """{"extensions":{"EXT_texture_webp":{"source":0}}}""");
        Assert.That(() => gltf.Read(), Throws.TypeOf<GltfException>().With.Message.Contains("$.images[0]: The WebP file cannot be decoded"));
    }

    [Test]
    public void MeshoptStreams_AreDecoded()
    {
        TestGltf gltf = Compressed(out _);
        Scene scene = gltf.Read();
        Assert.That(scene.Meshes[0].Primitives[0].Indices.Select(i => scene.Meshes[0].Primitives[0].Positions[i]), Is.EqualTo(new[] { 0, 1, 2, 2, 1, 3 }.Select(i => Corners[i])));
    }

    [TestCase("mode", "\"POINTS\"", "expected ATTRIBUTES, TRIANGLES or INDICES, found \"POINTS\"")]
    [TestCase("filter", "\"BLUR\"", "expected NONE, OCTAHEDRAL, QUATERNION or EXPONENTIAL")]
    [TestCase("filter", "\"OCTAHEDRAL\"", "do not fit mode ATTRIBUTES with filter OCTAHEDRAL")]
    [TestCase("count", "100000000", "cannot come from")]
    [TestCase("count", "200", "the compressed stream is damaged")]
    public void MeshoptStreamThatLies_EndsInAnError(string member, string value, string message)
    {
        TestGltf gltf = Compressed(out int view);
        gltf.Edit($"bufferViews[{view}].extensions.EXT_meshopt_compression.{member}", value);
        Assert.That(() => gltf.Read(), Throws.TypeOf<GltfException>().With.Message.Contains(message).And.Message.Contains($"$.bufferViews[{view}].extensions.EXT_meshopt_compression"));
    }

    [Test]
    public void MeshoptStreams_CountAsGeometry_BeforeTheyAreUnpacked()
    {
        TestGltf gltf = Compressed(out int view);
        Assert.That(
            () => gltf.ReadFile(GltfLimits.Default with { MaximumGeometryBytes = 50 }),
            Throws.TypeOf<GltfException>().With.Message.Contains($"$.bufferViews[{view}].extensions.EXT_meshopt_compression: 4 elements of 16 bytes exceed the 50 bytes that the unpacked buffer views of this file may take"));
    }

    // Two triangles, packed by the library itself: sixteen bytes to a vertex, because strides are multiples of four.
    private static unsafe TestGltf Compressed(out int vertexView)
    {
        Vector4[] vertices = [.. Corners.Select(corner => new Vector4(corner, 0))];
        uint[] indices = [0, 1, 2, 2, 1, 3];
        byte[] packedVertices = new byte[EncodeVertexBufferBound((nuint)vertices.Length, 16)], packedIndices = new byte[EncodeIndexBufferBound((nuint)indices.Length, (nuint)vertices.Length)];
        fixed (Vector4* v = vertices)
        fixed (uint* i = indices)
        fixed (byte* pv = packedVertices, pi = packedIndices)
        {
            Array.Resize(ref packedVertices, (int)EncodeVertexBuffer(pv, (nuint)packedVertices.Length, v, (nuint)vertices.Length, 16));
            Array.Resize(ref packedIndices, (int)EncodeIndexBuffer(pi, (nuint)packedIndices.Length, i, (nuint)indices.Length));
        }

        TestGltf gltf = TestGltf.Triangle();
        vertexView = View(gltf, packedVertices, 64, 16, 4, "ATTRIBUTES");
        int indexView = View(gltf, packedIndices, 24, 4, 6, "TRIANGLES");
        gltf.With("accessors", $$"""{"bufferView":{{vertexView}},"componentType":5126,"count":4,"type":"VEC3"}""");
        gltf.With("accessors", $$"""{"bufferView":{{indexView}},"componentType":5125,"count":6,"type":"SCALAR"}""");
        int accessors = gltf.Json["accessors"]!.AsArray().Count;
        return gltf.Edit("meshes[0].primitives[0].attributes.POSITION", $"{accessors - 2}").Edit("meshes[0].primitives[0].indices", $"{accessors - 1}");
    }

    private static int View(TestGltf gltf, byte[] packed, int bytes, int stride, int count, string mode)
    {
        int own = gltf.View(packed), offset = (int)(long)gltf.Json["bufferViews"]![own]!["byteOffset"]!;
        string strided = mode == "ATTRIBUTES" ? $"\"byteStride\":{stride}," : "";
        gltf.With("bufferViews", $$$$$"""
            {"buffer":0,"byteLength":{{{{{bytes}}}}},{{{{{strided}}}}}"extensions":{"EXT_meshopt_compression":
            {"buffer":0,"byteOffset":{{{{{offset}}}}},"byteLength":{{{{{packed.Length}}}}},"byteStride":{{{{{stride}}}}},"count":{{{{{count}}}}},"mode":"{{{{{mode}}}}}"}}}
            """);
        return gltf.Json["bufferViews"]!.AsArray().Count - 1;
    }

    [LibraryImport("libmeshoptimizer.so.2d", EntryPoint = "meshopt_encodeVertexBufferBound")]
    private static partial nuint EncodeVertexBufferBound(nuint count, nuint size);

    [LibraryImport("libmeshoptimizer.so.2d", EntryPoint = "meshopt_encodeVertexBuffer")]
    private static unsafe partial nuint EncodeVertexBuffer(byte* buffer, nuint capacity, Vector4* vertices, nuint count, nuint size);

    [LibraryImport("libmeshoptimizer.so.2d", EntryPoint = "meshopt_encodeIndexBufferBound")]
    private static partial nuint EncodeIndexBufferBound(nuint count, nuint vertices);

    [LibraryImport("libmeshoptimizer.so.2d", EntryPoint = "meshopt_encodeIndexBuffer")]
    private static unsafe partial nuint EncodeIndexBuffer(byte* buffer, nuint capacity, uint* indices, nuint count);
}
