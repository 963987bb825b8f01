using System.Numerics;
using System.Text;
using SensorSim.Scenes.Gltf;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Valid files with random damage, from a pinned seed: they may still be read, or end in a <see cref="GltfException"/>, and in nothing else.</summary>
// Alone, because it watches what the whole process allocates.
[NonParallelizable]
public class GltfFuzzTests
{
    private const int Cases = 700;
    private const long LargestAllocation = 256L << 20;

    private static readonly string[] Tokens =
    [
        "0", "-1", "1", "3", "255", "65536", "2147483647", "4294967296", "1e308", "-0.5", "null", "true", "\"\"", "\"VEC3\"", "\"MAT4\"", "[]", "{}", "[0]", "5121", "5126",
    ];

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void FlippedBytes_EndInAnErrorOrAScene(int seed)
    {
        byte[] good = Rich().Glb();
        var random = new Random(seed);
        for (int i = 0; i < Cases; i++)
        {
            byte[] bad = [.. good];
            for (int flips = random.Next(1, 6); flips > 0; flips--)
            {
                bad[random.Next(bad.Length)] = (byte)random.Next(256);
            }

            Survive(bad, $"seed {seed}, case {i}");
        }
    }

    [TestCase(4)]
    [TestCase(5)]
    [TestCase(6)]
    public void ReplacedValues_EndInAnErrorOrAScene(int seed)
    {
        TestGltf rich = Rich();
        string json = rich.Document();
        int[] values = [.. Enumerable.Range(1, json.Length - 1).Where(i => json[i - 1] is ':' or '[' or ',' && json[i] is not ('{' or '[' or ']'))];
        var random = new Random(seed);
        for (int i = 0; i < Cases; i++)
        {
            int at = values[random.Next(values.Length)];
            int end = json.IndexOfAny([',', ']', '}'], at);
            string bad = string.Concat(json.AsSpan(0, at), Tokens[random.Next(Tokens.Length)], json.AsSpan(end));
            Survive(TestGltf.Glb(Encoding.UTF8.GetBytes(bad), rich.Binary()), $"seed {seed}, case {i}: {bad}");
        }
    }

    /// <summary>A file that uses most of what the reader knows.</summary>
    private static TestGltf Rich()
    {
        var gltf = new TestGltf();
        int joints = gltf.View([0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0]);
        int sparseIndices = gltf.View([1]), sparseValues = gltf.View(new byte[12]);
        gltf.Texture(TestPng.Rgba(2, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16));
        int positions = gltf.Accessor("VEC3", [Vector3.Zero, Vector3.UnitX, Vector3.UnitY]);
        int indices = gltf.Accessor("SCALAR", new ushort[] { 0, 1, 2 }, TestGltf.UInt16);
        int bind = gltf.Accessor("MAT4", [Matrix4x4.Identity, Matrix4x4.Identity]);
        gltf.Mesh(
            [
                ("POSITION", _ => positions),
                ("NORMAL", g => g.Accessor("VEC3", [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ])),
                ("TEXCOORD_0", g => g.Accessor("VEC2", [Vector2.Zero, Vector2.UnitX, Vector2.UnitY])),
                ("JOINTS_0", g => g.Accessor($$"""{"bufferView":{{joints}},"componentType":5121,"count":3,"type":"VEC4"}""")),
                ("WEIGHTS_0", g => g.Accessor("VEC4", [Vector4.UnitX, Vector4.UnitX, Vector4.UnitX])),
            ],
            indices,
            material: 0);
        int target = gltf.Accessor($$"""{"componentType":5126,"count":3,"type":"VEC3","sparse":{"count":1,"indices":{"bufferView":{{sparseIndices}},"componentType":5121},"values":{"bufferView":{{sparseValues}} } } }""");
        gltf.Edit("meshes[0].primitives[0].targets", $$"""[{"POSITION":{{target}}}]""").Edit("meshes[0].weights", "[0.5]");
        return gltf.Node("""{"mesh":0,"skin":0,"children":[1,2],"extras":{"a":[1,2]}}""").Node("""{"translation":[0,1,0],"rotation":[0,0,0,1]}""")
            .Node("""{"scale":[1,2,3],"camera":0,"extensions":{"KHR_lights_punctual":{"light":0}}}""")
            .With("skins", $$"""{"joints":[1,2],"inverseBindMatrices":{{bind}}}""")
            .With("materials", """{"pbrMetallicRoughness":{"baseColorFactor":[1,1,1,1]},"normalTexture":{"index":0,"extensions":{"KHR_texture_transform":{"offset":[0,0],"rotation":1}}}}""")
            .With("cameras", """{"type":"perspective","perspective":{"yfov":1,"znear":0.1}}""")
            .With("scenes", """{"nodes":[0]}""").Set("scene", "0")
            .Set("extensionsUsed", """["KHR_lights_punctual","KHR_texture_transform"]""")
            .Set("extensions", """{"KHR_lights_punctual":{"lights":[{"type":"spot","intensity":5,"spot":{}}]}}""");
    }

    private static void Survive(byte[] file, string what)
    {
        long before = GC.GetTotalAllocatedBytes();
        try
        {
            _ = GltfReader.Read(file, "fuzz.glb", TestContext.CurrentContext.WorkDirectory);
        }
        catch (GltfException)
        {
            // One of the two allowed ends.
        }
        catch (Exception e)
        {
            Assert.Fail($"{what}: {e}");
        }

        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(LargestAllocation), what);
    }
}
