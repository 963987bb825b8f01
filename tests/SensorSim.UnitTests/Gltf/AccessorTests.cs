using System.Buffers.Binary;
using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Every way to store a vector, against the definitions of the specification written out plainly.</summary>
public class AccessorTests
{
    private static readonly double[][] Integers =
    [
        [0, 1, -1], [127, -128, 100], [255, 3, 128], [32767, -32768, 1000], [65535, 32768, 7],
    ];

    [Test]
    public void Positions_EveryComponentTypeStrideAndSparse_MatchTheDefinition(
        [Values(5120, 5121, 5122, 5123, 5126)] int component, [Values] bool normalized, [Values(0, 12, 20)] int stride, [Values] bool sparse)
    {
        double[][] values = [.. Integers.Select(v => v.Select(c => Clamp(c, component)).ToArray())];
        int elementBytes = 3 * BytesOf(component);
        int distance = stride == 0 ? elementBytes : stride;
        var gltf = new TestGltf().Set("extensionsUsed", """["KHR_mesh_quantization"]""");
        byte[] data = new byte[(distance * (values.Length - 1)) + elementBytes];
        for (int i = 0; i < values.Length; i++)
        {
            Write(data.AsSpan(i * distance), component, values[i]);
        }

        int view = gltf.View(data, stride == 0 ? null : stride);
        var accessor = new JsonObject
        {
            ["bufferView"] = view, ["componentType"] = component, ["normalized"] = normalized, ["count"] = values.Length, ["type"] = "VEC3",
        };
        if (sparse)
        {
            AddSparse(gltf, accessor, component, values);
        }

        gltf.Accessor(accessor.ToJsonString());
        gltf.Mesh([("POSITION", _ => 0)], indices: Indices(gltf, values.Length)).Node("""{"mesh":0}""");

        // Flat normals split the vertices, so that vertex i of triangle i is asked for.
        Primitive primitive = gltf.ReadPrimitive();
        Vector3[] expected = [.. values.Select(v => new Vector3(Real(v[0]), Real(v[1]), Real(v[2])))];
        Assert.That(primitive.Positions.Chunk(3).Select(t => t[0]), Is.EqualTo(expected));

        float Real(double c) => normalized && component != 5126 ? (float)Math.Max(c / LargestOf(component), -1) : (float)c;
    }

    [TestCase(5121)]
    [TestCase(5123)]
    [TestCase(5125)]
    public void Sparse_WithoutBufferView_StartsFromZero(int indexType)
    {
        var gltf = new TestGltf();
        int indices = gltf.View(Bytes(indexType, 1, 3));
        int values = gltf.View(Floats(1, 2, 3, 4, 5, 6));
        gltf.Accessor($$"""
            {"componentType":5126,"count":5,"type":"VEC3","sparse":{"count":2,
             "indices":{"bufferView":{{indices}},"componentType":{{indexType}}},"values":{"bufferView":{{values}} } } }
            """);
        gltf.Mesh([("POSITION", _ => 0)], indices: Indices(gltf, 5)).Node("""{"mesh":0}""");
        Assert.That(
            gltf.ReadPrimitive().Positions.Chunk(3).Select(t => t[0]),
            Is.EqualTo(new[] { Vector3.Zero, new(1, 2, 3), Vector3.Zero, new(4, 5, 6), Vector3.Zero }));
    }

    [TestCase(5121)]
    [TestCase(5123)]
    [TestCase(5125)]
    public void Indices_EveryWidth(int component)
    {
        var gltf = new TestGltf();
        int view = gltf.View(Bytes(component, 2, 0, 1));
        gltf.Accessor($$"""{"bufferView":{{view}},"componentType":{{component}},"count":3,"type":"SCALAR"}""");
        gltf.Mesh(
            [
                ("POSITION", g => g.Accessor("VEC3", [Vector3.Zero, Vector3.UnitX, Vector3.UnitY])),
                ("NORMAL", g => g.Accessor("VEC3", [Vector3.UnitZ, Vector3.UnitZ, Vector3.UnitZ])),
            ],
            indices: 0);
        Assert.That(gltf.ReadPrimitive().Indices, Is.EqualTo(new uint[] { 2, 0, 1 }));
    }

    [Test]
    public void InterleavedView_GivesEachAttributeItsOwn()
    {
        var gltf = new TestGltf();
        int view = gltf.View(Floats(0, 0, 0, 0, 0, 1, .1f, .2f, 1, 0, 0, 0, 0, 1, .3f, .4f, 0, 1, 0, 0, 0, 1, .5f, .6f), 32);
        foreach ((int offset, string type) in new[] { (0, "VEC3"), (12, "VEC3"), (24, "VEC2") })
        {
            gltf.Accessor($$"""{"bufferView":{{view}},"byteOffset":{{offset}},"componentType":5126,"count":3,"type":"{{type}}"}""");
        }

        Primitive p = gltf.Mesh([("POSITION", _ => 0), ("NORMAL", _ => 1), ("TEXCOORD_0", _ => 2)]).ReadPrimitive();
        Assert.Multiple(() =>
        {
            Assert.That(p.Positions, Is.EqualTo(new[] { Vector3.Zero, Vector3.UnitX, Vector3.UnitY }));
            Assert.That(p.Normals, Is.All.EqualTo(Vector3.UnitZ));
            Assert.That(p.TexCoords0, Is.EqualTo(new Vector2[] { new(.1f, .2f), new(.3f, .4f), new(.5f, .6f) }));
        });
    }

    [Test]
    public void Colors_EveryStorage_BecomeRgba()
    {
        var rgba = new Vector4(1, 0, 51 / 255f, 1);
        Assert.Multiple(() =>
        {
            Assert.That(ColorOf("VEC3", new byte[] { 255, 0, 51, 0, 0, 0, 0, 0, 0 }, 5121, 3), Is.EqualTo(rgba));
            Assert.That(ColorOf("VEC4", new byte[] { 255, 0, 51, 255, 0, 0, 0, 0, 0, 0, 0, 0 }, 5121, 3), Is.EqualTo(rgba));
            Assert.That(ColorOf("VEC4", new ushort[] { 65535, 0, 13107, 65535, 0, 0, 0, 0, 0, 0, 0, 0 }, 5123, 3), Is.EqualTo(rgba));
            Assert.That(ColorOf("VEC3", new float[] { 1, 0, .2f, 0, 0, 0, 0, 0, 0 }, 5126, 3), Is.EqualTo(new Vector4(1, 0, .2f, 1)));
            Assert.That(ColorOf("VEC4", new float[] { 1, 0, .2f, .5f, 0, 0, 0, 0, 0, 0, 0, 0 }, 5126, 3), Is.EqualTo(new Vector4(1, 0, .2f, .5f)));
        });
    }

    [Test]
    public void TwoUvSets_NormalizedIntegers()
    {
        Primitive p = TestGltf.Triangle().Mesh(
        [
            ("POSITION", _ => 0),
            ("TEXCOORD_0", g => Typed(g, "VEC2", new byte[] { 0, 255, 51, 0, 0, 0 }, 5121, 3)),
            ("TEXCOORD_1", g => Typed(g, "VEC2", new ushort[] { 65535, 0, 0, 13107, 0, 0 }, 5123, 3)),
        ]).Read().Meshes[1].Primitives[0];
        Assert.That(p.TexCoords0, Is.EqualTo(new Vector2[] { new(0, 1), new(.2f, 0), new(0, 0) }));
        Assert.That(p.TexCoords1, Is.EqualTo(new Vector2[] { new(1, 0), new(0, .2f), new(0, 0) }));
    }

    [Test]
    public void QuantizedPositions_WithoutTheExtension_AreRefused()
    {
        TestGltf gltf = new TestGltf().Mesh([("POSITION", g => Typed(g, "VEC3", new byte[9], 5121, 3))]);
        Assert.That(gltf.Read, Throws.TypeOf<GltfException>().With.Message.Contains("KHR_mesh_quantization"));
    }

    private static Vector4 ColorOf<T>(string type, T[] values, int component, int count)
        where T : unmanaged => new TestGltf().Mesh(
        [
            ("POSITION", g => g.Accessor("VEC3", [Vector3.Zero, Vector3.UnitX, Vector3.UnitY])),
            ("COLOR_0", g => Typed(g, type, values, component, count)),
        ]).ReadPrimitive().Colors![0];

    private static int Typed<T>(TestGltf gltf, string type, T[] values, int component, int count)
        where T : unmanaged
    {
        int accessor = gltf.Accessor(type, values, component, component != 5126);
        gltf.Json["accessors"]![accessor]!["count"] = count;
        return accessor;
    }

    private static void AddSparse(TestGltf gltf, JsonObject accessor, int component, double[][] values)
    {
        (values[1], values[4]) = ([Clamp(1, component), Clamp(2, component), Clamp(3, component)], [Clamp(4, component), Clamp(5, component), Clamp(6, component)]);
        byte[] replaced = new byte[2 * 3 * BytesOf(component)];
        Write(replaced, component, values[1]);
        Write(replaced.AsSpan(3 * BytesOf(component)), component, values[4]);
        accessor["sparse"] = new JsonObject
        {
            ["count"] = 2,
            ["indices"] = new JsonObject { ["bufferView"] = gltf.View([1, 4]), ["componentType"] = 5121 },
            ["values"] = new JsonObject { ["bufferView"] = gltf.View(replaced) },
        };
    }

    private static int Indices(TestGltf gltf, int count) =>
        gltf.Accessor("SCALAR", Enumerable.Range(0, count).SelectMany(i => new[] { (byte)i, (byte)0, (byte)0 }).ToArray(), 5121);

    private static double Clamp(double c, int component) => component switch
    {
        5120 => Math.Clamp(c, -128, 127),
        5121 => Math.Clamp(c, 0, 255),
        5122 => Math.Clamp(c, -32768, 32767),
        5123 => Math.Clamp(c, 0, 65535),
        _ => c / 8,
    };

    private static double LargestOf(int component) => component switch
    {
        5120 => 127,
        5121 => 255,
        5122 => 32767,
        _ => 65535,
    };

    private static int BytesOf(int component) => component switch
    {
        5120 or 5121 => 1,
        5122 or 5123 => 2,
        _ => 4,
    };

    private static void Write(Span<byte> at, int component, double[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            Span<byte> slot = at[(i * BytesOf(component))..];
            switch (component)
            {
                case 5120: slot[0] = (byte)(sbyte)values[i]; break;
                case 5121: slot[0] = (byte)values[i]; break;
                case 5122: BinaryPrimitives.WriteInt16LittleEndian(slot, (short)values[i]); break;
                case 5123: BinaryPrimitives.WriteUInt16LittleEndian(slot, (ushort)values[i]); break;
                case 5125: BinaryPrimitives.WriteUInt32LittleEndian(slot, (uint)values[i]); break;
                default: BinaryPrimitives.WriteSingleLittleEndian(slot, (float)values[i]); break;
            }
        }
    }

    private static byte[] Bytes(int component, params double[] values)
    {
        byte[] bytes = new byte[values.Length * BytesOf(component)];
        Write(bytes, component, values);
        return bytes;
    }

    private static byte[] Floats(params float[] values) => Bytes(5126, Array.ConvertAll(values, v => (double)v));
}
