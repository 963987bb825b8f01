using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf;

namespace SensorSim.UnitTests.Gltf;

/// <summary>Broken files: each ends in a <see cref="GltfException"/> that names the file and the place.</summary>
public class MalformedGltfTests
{
    private static readonly byte[] Pixel = TestPng.Rgba(1, 1, 1, 2, 3, 4);

    private static IEnumerable<TestCaseData> Documents()
    {
        yield return Case("NotAnObject", _ => "[]", "$: expected an object");
        yield return Case("NoAsset", _ => "{}", "$: the required member \"asset\"");
        yield return Case("Version1", Set("asset", """{"version":"1.0"}"""), "$.asset.version: expected glTF 2.0");
        yield return Case("VersionIsNumber", Set("asset", """{"version":2.0}"""), "$.asset.version: expected a string");
        yield return Case("MinVersion", Set("asset", """{"version":"2.1","minVersion":"2.1"}"""), "$.asset.minVersion: expected glTF 2.0");
        yield return Case("NodesIsObject", Set("nodes", "{}"), "$.nodes: expected an array");
        yield return Case("NodeIsNumber", Set("nodes", "[7]"), "$.nodes[0]: expected an object");
        yield return Case("RequiredExtension", Set("extensionsRequired", """["ACME_thing"]"""), "$.extensionsRequired[0]: the file requires the extension ACME_thing");
        yield return Case("ExtensionNameIsNumber", Set("extensionsUsed", "[1]"), "$.extensionsUsed[0]: expected a string");
        yield return Case("SceneOutOfRange", Set("scene", "3"), "$.scene: expected the index of one of the 0 scenes");
        yield return Case("SceneNodeOutOfRange", Set("scenes", """[{"nodes":[9]}]"""), "$.scenes[0].nodes[0]: expected the index of one of the 1 nodes, found 9");
        yield return Case("SceneNodeIsChild", g => g.Set("nodes", """[{"children":[1]},{}]""").Set("scenes", """[{"nodes":[1]}]"""), "$.scenes[0].nodes[0]: expected a node without a parent");
        yield return Case("MeshOutOfRange", Set("nodes", """[{"mesh":1}]"""), "$.nodes[0].mesh: expected the index of one of the 1 meshes");
        yield return Case("MeshIsNegative", Set("nodes", """[{"mesh":-1}]"""), "$.nodes[0].mesh");
        yield return Case("MeshIsFraction", Set("nodes", """[{"mesh":0.5}]"""), "$.nodes[0].mesh");
        yield return Case("MeshIsHuge", Set("nodes", """[{"mesh":1e300}]"""), "$.nodes[0].mesh");
        yield return Case("MeshIsText", Set("nodes", """[{"mesh":"0"}]"""), "$.nodes[0].mesh: expected a number");
        yield return Case("CameraOutOfRange", Set("nodes", """[{"camera":0}]"""), "$.nodes[0].camera");
        yield return Case("LightOutOfRange", Set("nodes", """[{"extensions":{"KHR_lights_punctual":{"light":0}}}]"""), "$.nodes[0].extensions.KHR_lights_punctual.light");
        yield return Case("SelfChild", Set("nodes", """[{"children":[0]}]"""), "$.nodes[0]: the node is its own ancestor");
        yield return Case("Cycle", Set("nodes", """[{"children":[1]},{"children":[2]},{"children":[0]}]"""), "its children form a cycle");
        yield return Case("TwoParents", Set("nodes", """[{"children":[2]},{"children":[2]},{}]"""), "$.nodes[2]: the node is a child of node 0 and of node 1");
        yield return Case("ChildTwice", Set("nodes", """[{"children":[1,1]},{}]"""), "$.nodes[1]: the node is a child of node 0 and of node 0");
        yield return Case("MatrixOf15", Set("nodes", """[{"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0]}]"""), "$.nodes[0].matrix: expected an array of 16 numbers, found 15");
        yield return Case("MatrixWithText", Set("nodes", """[{"translation":[0,"1",2]}]"""), "$.nodes[0].translation[1]: expected a number");
        yield return Case("MatrixProjective", Set("nodes", """[{"matrix":[1,0,0,1,0,1,0,0,0,0,1,0,0,0,0,1]}]"""), "$.nodes[0].matrix: expected an affine transform");
        yield return Case("MatrixAndScale", Set("nodes", """[{"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1],"scale":[1,1,1]}]"""), "$.nodes[0]: the node has both");
        yield return Case("ZeroRotation", Set("nodes", """[{"rotation":[0,0,0,0]}]"""), "$.nodes[0].rotation: expected a quaternion");
        yield return Case("InfiniteTranslation", g => g.Rewriting("\"mesh\":0", "\"mesh\":0,\"translation\":[1e999,0,0]"), "$.nodes[0].translation[0]: expected a finite number");
        yield return Case("ScalesToInfinity", Set("nodes", """[{"scale":[1e30,1,1],"children":[1]},{"scale":[1e30,1,1]}]"""), "$.nodes[1]: the transforms from the root");
        yield return Case("NoPrimitives", Set("meshes", "[{}]"), "$.meshes[0]: the required member \"primitives\"");
        yield return Case("NoPosition", g => g.Edit("meshes[0].primitives[0].attributes", "{}"), "$.meshes[0].primitives[0].attributes: the required member \"POSITION\"");
        yield return Case("AccessorOutOfRange", g => g.Edit("meshes[0].primitives[0].attributes.POSITION", "5"), "$.meshes[0].primitives[0].attributes.POSITION: expected the index of one of the 1 accessors");
        yield return Case("ModeUnknown", g => g.Edit("meshes[0].primitives[0].mode", "7"), "$.meshes[0].primitives[0].mode: expected a whole number from 0 to 6");
        yield return Case("MaterialOutOfRange", g => g.Edit("meshes[0].primitives[0].material", "0"), "$.meshes[0].primitives[0].material");
        yield return Case("CountIsZero", g => g.Edit("accessors[0].count", "0"), "$.accessors[0].count: expected a whole number from 1");
        yield return Case("CountIsNegative", g => g.Edit("accessors[0].count", "-3"), "$.accessors[0].count");
        yield return Case("CountIsText", g => g.Edit("accessors[0].count", "\"3\""), "$.accessors[0].count: expected a number");
        yield return Case("CountBeyondView", g => g.Edit("accessors[0].count", "4"), "$.accessors[0]: 4 elements end at byte 48 of a buffer view of 36 bytes");
        yield return Case("CountIsAbsurd", g => g.Edit("accessors[0].count", "2147483647"), "$.accessors[0]: 2147483647 elements end at byte 25769803764");
        yield return Case("CountBeyondInt", g => g.Edit("accessors[0].count", "4294967295"), "$.accessors[0].count");
        yield return Case("AbsurdWithoutView", g => g.Edit("accessors[0]", """{"componentType":5126,"count":2147483647,"type":"VEC3"}"""), "$.accessors[0]: 2147483647 elements of 12 bytes exceed");
        yield return Case("OffsetBeyondView", g => g.Edit("accessors[0].byteOffset", "2147483647"), "$.accessors[0]: 3 elements end at byte");
        yield return Case("OffsetIsNegative", g => g.Edit("accessors[0].byteOffset", "-4"), "$.accessors[0].byteOffset");
        yield return Case("ComponentTypeUnknown", g => g.Edit("accessors[0].componentType", "5124"), "$.accessors[0].componentType: expected a componentType of");
        yield return Case("TypeUnknown", g => g.Edit("accessors[0].type", "\"VEC5\""), "$.accessors[0].type: expected SCALAR");
        yield return Case("TypeWrong", g => g.Edit("accessors[0].type", "\"VEC2\""), "$.meshes[0].primitives[0].attributes.POSITION: expected an accessor of type VEC3, found VEC2");
        yield return Case("ViewOutOfRange", g => g.Edit("accessors[0].bufferView", "1"), "$.accessors[0].bufferView");
        yield return Case("ViewBeyondBuffer", g => g.Edit("bufferViews[0].byteLength", "40"), "$.bufferViews[0]: byteOffset 0 + byteLength 40 reach beyond the buffer's 36 bytes");
        yield return Case("ViewOffsetOverflows", g => g.Edit("bufferViews[0].byteOffset", "2147483647"), "$.bufferViews[0]: byteOffset 2147483647");
        yield return Case("ViewOfNoBuffer", g => g.Edit("bufferViews[0].buffer", "1"), "$.bufferViews[0].buffer");
        yield return Case("StrideTooSmall", g => g.Edit("bufferViews[0].byteStride", "8"), "$.accessors[0]: the buffer view's byteStride 8 is less than");
        yield return Case("StrideTooLarge", g => g.Edit("bufferViews[0].byteStride", "256"), "$.bufferViews[0].byteStride: expected a whole number from 4 to 252");
        yield return Case("BufferTooShort", Set("buffers", """[{"byteLength":100}]"""), "$.buffers[0]: byteLength declares 100 bytes and the data has 36");
        yield return Case("BufferWithoutData", Set("buffers", """[{"byteLength":36},{"byteLength":4}]"""), "$.buffers[1]: the buffer has no uri");
        yield return Case("IndexOutOfRange", g => g.Indices(0, 1, 3), "$.meshes[0].primitives[0].indices: index 2 is 3 and there are 3 vertices");
        yield return Case("PrimitiveRestart", g => g.Indices(0, 1, 65535), "primitive restart");
        yield return Case("IndicesAreFloats", g => g.Edit("meshes[0].primitives[0].indices", "0"), "$.meshes[0].primitives[0].indices: expected an accessor of unsigned integers");
        yield return Case("NaNPosition", g => g.Positions(Vector3.Zero, new(float.NaN, 0, 0), Vector3.One), "$.meshes[0].primitives[0].attributes.POSITION: position 1 is <NaN, 0, 0>");
        yield return Case("InfinitePosition", g => g.Positions(new(0, float.PositiveInfinity, 0), Vector3.Zero, Vector3.One), "attributes.POSITION: position 0 is");
        yield return Case("AttributeCountsDiffer", g => g.Edit("meshes[0].primitives[0].attributes.NORMAL", Text(g.Accessor("VEC3", [Vector3.UnitX]))), "attributes.NORMAL: expected 3 elements like POSITION, found 1");
        yield return Case("InfiniteUv", g => g.Edit("meshes[0].primitives[0].attributes.TEXCOORD_0", Text(g.Accessor("VEC2", [Vector2.Zero, new(float.NaN), Vector2.One]))), "texture coordinate 1 is");
        yield return Case("SparseIndexOutOfRange", g => g.Sparse("""{"count":1,"indices":{"bufferView":1,"componentType":5121},"values":{"bufferView":0}}""", 3), "$.accessors[0].sparse.indices: sparse index 0 is 3");
        yield return Case("SparseNotIncreasing", g => g.Sparse("""{"count":2,"indices":{"bufferView":1,"componentType":5121},"values":{"bufferView":0}}""", 1, 1), "sparse index 1 is 1");
        yield return Case("SparseCountTooLarge", g => g.Sparse("""{"count":4,"indices":{"bufferView":1,"componentType":5121},"values":{"bufferView":0}}""", 0, 1, 2, 3), "$.accessors[0].sparse.count: expected a whole number from 1 to 3");
        yield return Case("SparseIndicesOfFloats", g => g.Sparse("""{"count":1,"indices":{"bufferView":1,"componentType":5126},"values":{"bufferView":0}}""", 0, 0, 0, 0), "$.accessors[0].sparse.indices.componentType");
        yield return Case("SparseValuesBeyondView", g => g.Sparse("""{"count":1,"indices":{"bufferView":1,"componentType":5121},"values":{"bufferView":0,"byteOffset":28}}""", 0), "$.accessors[0].sparse.values: 1 elements end at byte 40");
        yield return Case("TextureOutOfRange", Set("materials", """[{"normalTexture":{"index":0}}]"""), "$.materials[0].normalTexture.index");
        yield return Case("TextureWithoutIndex", Set("materials", """[{"normalTexture":{}}]"""), "$.materials[0].normalTexture: the required member \"index\"");
        yield return Case("AlphaModeUnknown", Set("materials", """[{"alphaMode":"GLASS"}]"""), "$.materials[0].alphaMode: expected OPAQUE");
        yield return Case("DoubleSidedIsNumber", Set("materials", """[{"doubleSided":1}]"""), "$.materials[0].doubleSided: expected true or false");
        yield return Case("BaseColorOf3", Set("materials", """[{"pbrMetallicRoughness":{"baseColorFactor":[1,1,1]}}]"""), "baseColorFactor: expected an array of 4 numbers, found 3");
        yield return Case("SamplerUnknown", Set("samplers", """[{"wrapS":1}]"""), "$.samplers[0].wrapS: expected 10497");
        yield return Case("ImageOutOfRange", Set("textures", """[{"source":0}]"""), "$.textures[0].source");
        yield return Case("ImageWithoutData", g => g.Image("{}"), "$.images[0]: expected either a uri or a bufferView");
        yield return Case("ImageMissing", g => g.Image("""{"uri":"no-such-file.png"}"""), "$.images[0].uri: the file \"no-such-file.png\" does not exist");
        yield return Case("ImagesMissing", g => g.Image("""{"uri":"a.png"}""").Image("""{"uri":"b%20c.png"}"""), "$.images[0].uri: the file \"a.png\" does not exist, nor do \"b c.png\"; put them where the glTF names them");
        yield return Case("ImageTraversal", g => g.Image("""{"uri":"../secret.png"}"""), "$.images[0].uri: expected a path inside the glTF's folder");
        yield return Case("ImageTraversalEncoded", g => g.Image("""{"uri":"a/%2e%2e/%2e%2e/secret.png"}"""), "$.images[0].uri: expected a path inside");
        yield return Case("ImageTraversalBackslash", g => g.Image("""{"uri":"..\\secret.png"}"""), "$.images[0].uri: expected a path inside");
        yield return Case("ImageAbsolute", g => g.Image("""{"uri":"/etc/hostname"}"""), "$.images[0].uri: expected a path inside");
        yield return Case("ImageAbsoluteEncoded", g => g.Image("""{"uri":"%2Fetc/hostname"}"""), "$.images[0].uri: expected a path inside");
        yield return Case("ImageWithNul", g => g.Image("""{"uri":"a%00.png"}"""), "$.images[0].uri: expected a path inside");
        yield return Case("ImageEmptyUri", g => g.Image("""{"uri":""}"""), "$.images[0].uri: expected a path inside");
        yield return Case("ImageRemote", g => g.Image("""{"uri":"https://example.org/a.png"}"""), "$.images[0].uri: expected a relative path");
        yield return Case("ImageFileScheme", g => g.Image("""{"uri":"file:///etc/hostname"}"""), "$.images[0].uri: expected a relative path");
        yield return Case("ImageNotBase64", g => g.Image("""{"uri":"data:image/png;base64,@@@@"}"""), "$.images[0].uri: the data URI is not valid base64");
        yield return Case("ImageDataWithoutComma", g => g.Image("""{"uri":"data:image/png;base64"}"""), "$.images[0].uri: expected a data URI");
        yield return Case("ImageIsText", g => g.Image("""{"uri":"data:image/png;base64,aGVsbG8="}"""), "$.images[0]: The image is neither PNG, JPEG nor WebP");
        yield return Case("ImageTruncated", g => g.Texture(Pixel[..^14]), "$.images[0]: The PNG file ends inside a chunk");
        yield return Case("ImageHuge", g => g.Texture(TestPng.Write(60000, 60000, 1, SensorSim.Scenes.Images.PngColorType.Grayscale, new byte[60000])), "$.images[0]: The PNG header declares 60000 x 60000 pixels");
        yield return Case("JpegTruncated", g => g.Texture([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), "$.images[0]: The JPEG file has no end-of-image marker");
        yield return Case("JpegWithoutFrame", g => g.Texture([0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xD9]), "$.images[0]: The JPEG ");
        yield return Case("TooManyNodes", Set("nodes", "[" + string.Join(',', Enumerable.Repeat("{}", 140000)) + "]"), "$.nodes: 140000 elements are more than 131072");
        yield return Case("CameraTypeUnknown", Set("cameras", """[{"type":"fisheye"}]"""), "$.cameras[0].type: expected \"perspective\"");
        yield return Case("CameraWithoutFov", Set("cameras", """[{"type":"perspective","perspective":{}}]"""), "$.cameras[0].perspective: the required member \"yfov\"");
        yield return Case("CameraFovTooWide", Set("cameras", """[{"type":"perspective","perspective":{"yfov":4}}]"""), "$.cameras[0].perspective.yfov");
        yield return Case("LightTypeUnknown", Set("extensions", """{"KHR_lights_punctual":{"lights":[{"type":"area"}]}}"""), "lights[0].type: expected \"directional\"");
        yield return Case("LightConeInverted", Set("extensions", """{"KHR_lights_punctual":{"lights":[{"type":"spot","spot":{"innerConeAngle":1,"outerConeAngle":0.5}}]}}"""), "lights[0].spot: expected 0 <= innerConeAngle");
        yield return Case("LightTooWide", Set("extensions", """{"KHR_lights_punctual":{"lights":[{"type":"directional","extras":{"angular_diameter_deg":120}}]}}"""), "lights[0].extras.angular_diameter_deg: expected a number from 0 to 90, found 120");
        yield return Case("GlowOfNoLamp", Set("materials", """[{"extras":{"glow_of":"moon"}}]"""), "materials[0].extras.glow_of: there is no lamp \"moon\"; the scene has none");
        yield return Case("LightRadiusNoNumber", Set("extensions", """{"KHR_lights_punctual":{"lights":[{"type":"point","extras":{"radius_m":"big"}}]}}"""), "lights[0].extras.radius_m");
        yield return Case("LightNegative", Set("extensions", """{"KHR_lights_punctual":{"lights":[{"type":"point","intensity":-1}]}}"""), "lights[0].intensity: expected 0 or more");
        yield return Case("SkinJointOutOfRange", g => g.Set("skins", """[{"joints":[4]}]""").Set("nodes", """[{"mesh":0,"skin":0}]"""), "$.skins[0].joints[0]");
        yield return Case("SkinWithoutMatrices", g => g.Set("skins", $$"""[{"joints":[0,0],"inverseBindMatrices":{{g.Accessor("MAT4", [Matrix4x4.Identity])}}}]""").Set("nodes", """[{"mesh":0,"skin":0}]"""), "$.skins[0].inverseBindMatrices: expected a matrix for each of the 2 joints");
        yield return Case("MorphWeightsCount", g => g.Set("nodes", """[{"mesh":0,"weights":[1]}]"""), "$.nodes[0].weights: the mesh has 0 morph targets and there are 1 weights");
        yield return Case("MorphTargetsUneven", g => g.Set("meshes", """[{"primitives":[{"attributes":{"POSITION":0}},{"attributes":{"POSITION":0},"targets":[{"POSITION":0}]}]}]"""), "$.meshes[0].primitives[1]: expected 0 morph targets");
        yield return Case("AnimationOfAMatrix", g => Animated(g, """{"node":0,"path":"scale"}""").Set("nodes", """[{"mesh":0,"matrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}]"""), "$.animations[0].channels[0].target: node 0 is placed by a matrix");
        yield return Case("AnimationPath", g => Animated(g, """{"node":0,"path":"colour"}"""), "$.animations[0].channels[0].target.path: expected translation, rotation, scale or weights, found \"colour\"");
        yield return Case("AnimationWithoutTargets", g => Animated(g, """{"node":0,"path":"weights"}"""), "node 0 has no morph targets");
        yield return Case("AnimationTimes", g => Animated(g, """{"node":0,"path":"scale"}""", [1, 0.5f]), "keyframe 1 is at 0.5 s; expected increasing times");
        yield return Case("AnimationCount", g => Animated(g, """{"node":0,"path":"scale"}""", [0, 1, 2]), "$.animations[0].samplers[0].output: expected 9 numbers for 3 keyframes, found 6");
        yield return Case("AnimationType", g => Animated(g, """{"node":0,"path":"rotation"}"""), "expected an accessor of type VEC4");
        yield return Case("AnimationTwice", g => Animated(g, """{"node":0,"path":"scale"},"sampler":0},{"target":{"node":0,"path":"scale"}"""), "another channel of this animation moves the scale of node 0 too");
        yield return Case("NoGltf", g => g.Rewriting("{\"asset\"", "scenario: {\"asset\""), "is no glTF file: it begins neither as a .glb");
        yield return Case("DuplicateKey", g => g.Rewriting("\"mesh\":0", "\"mesh\":0,\"mesh\":0"), "the JSON cannot be parsed");
        yield return Case("UnclosedJson", g => g.Rewriting("\"mesh\":0}", "\"mesh\":0"), "the JSON cannot be parsed");
        yield return Case("HalfSurrogate", g => g.Rewriting("\"mesh\":0", "\"mesh\":0,\"name\":\"\\ud800\""), "half a surrogate pair");
        yield return Case("DeepNesting", g => g.Rewriting("\"mesh\":0", "\"extras\":" + new string('[', 100000)), "the JSON cannot be parsed");
    }

    private static TestGltf Animated(TestGltf gltf, string target, float[]? times = null) => gltf.With(
        "animations",
        $$"""{"channels":[{"target":{{target}},"sampler":0}],"samplers":[{"input":{{gltf.Accessor("SCALAR", times ?? [0, 1])}},"output":{{gltf.Accessor("VEC3", [Vector3.One, Vector3.One])}}}]}""");

    [TestCaseSource(nameof(Documents))]
    public void Document_EndsInAnErrorThatNamesThePlace(Func<TestGltf, string> json, string message)
    {
        TestGltf gltf = TestGltf.Triangle();
        string text = json(gltf);
        byte[] file = TestGltf.Glb(Encoding.UTF8.GetBytes(gltf.Rewrite(text)), gltf.Binary());
        long before = GC.GetAllocatedBytesForCurrentThread();
        GltfException? error = Assert.Throws<GltfException>(() => GltfReader.Read(file, "bad.glb", TestContext.CurrentContext.WorkDirectory));
        Assert.That(error!.Message, Does.StartWith("bad.glb: ").And.Contain(message));
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(16 << 20));
    }

    private static IEnumerable<TestCaseData> Containers()
    {
        byte[] good = TestGltf.Triangle().Glb();
        yield return Container("Empty", [], "byte 0: expected \"glTF\"");
        yield return Container("Zeros", new byte[64], "byte 0: expected \"glTF\"");
        yield return Container("MagicOnly", good[..4], "12 bytes and the file 4");
        yield return Container("HeaderOnly", good[..12], "byte 8: the header declares");
        yield return Container("Truncated", good[..^1], "byte 8: the header declares");
        yield return Container("Version1", Patch(good, 4, 1), "byte 4: expected .glb version 2, found 1");
        yield return Container("LengthZero", Patch(good, 8, 0), "byte 8");
        yield return Container("LengthHuge", Patch(good, 8, 0xFFFFFFFF), "byte 8: the header declares 4294967295 bytes");
        yield return Container("LengthShort", Patch(good, 8, (uint)good.Length - 5), $"byte 8: the header declares {good.Length - 5} bytes in all, expected {good.Length}, the size of the file");
        yield return Container("LengthWithinJson", Patch(good, 8, 40), $"byte 8: the header declares 40 bytes in all, expected {good.Length}");
        yield return Container("LengthOfJsonAlone", Patch(good, 8, 20 + (uint)Json(good).Length), $"bytes in all, expected {good.Length}");
        yield return Container("ChunkHuge", Patch(good, 12, 0xFFFFFFF0), "byte 12: the chunk declares 4294967280 bytes");
        yield return Container("ChunkIntoNext", Patch(good, 12, (uint)good.Length - 22), "expected a chunk header of 8 bytes, found 2");
        yield return Container("FirstChunkIsBinary", Patch(good, 16, 0x004E4942), "byte 16: expected the first chunk to be JSON");
        yield return Container("InvalidUtf8", [.. "{\"asset\":{\"version\":\"2.0\",\"generator\":\""u8, 0xC3, 0x28, .. "\"}}"u8], "not valid UTF-8");
        yield return Container("BinaryShorterThanBuffer", TestGltf.Glb(Encoding.UTF8.GetBytes(Json(good)), new byte[20]), "$.buffers[0]: byteLength declares 36 bytes and the data has 20");
    }

    [TestCaseSource(nameof(Containers))]
    public void Container_EndsInAnError(byte[] file, string message) => Assert.That(
        () => GltfReader.Read(file, "bad.glb", "."), Throws.TypeOf<GltfException>().With.Message.Contains(message));

    [Test]
    public void MissingFile_IsNamed() => Assert.That(
        () => GltfReader.Read("no-such-file.glb"), Throws.TypeOf<GltfException>().With.Message.Contains("no-such-file.glb"));

    [Test]
    public void EveryTruncation_IsAnError()
    {
        byte[] good = TestGltf.Triangle().Texture(Pixel).Glb();
        for (int length = 0; length < good.Length; length++)
        {
            byte[] part = good[..length];
            Assert.That(() => GltfReader.Read(part, "cut.glb", "."), Throws.TypeOf<GltfException>(), $"cut at {length}");
        }
    }

    [Test]
    public void DeepNodeChain_IsNoError()
    {
        const int depth = 20000;
        TestGltf gltf = TestGltf.Triangle();
        gltf.Json["nodes"] = new JsonArray([.. Enumerable.Range(0, depth).Select(i => i + 1 < depth ? new JsonObject { ["children"] = new JsonArray(i + 1) } : new JsonObject { ["mesh"] = 0 })]);
        Assert.That(gltf.Read().Nodes[^1].InScene, Is.True);
    }

    [Test]
    public void OverlappingAccessors_CannotMultiplyAFileWithoutBound()
    {
        // 500 accessors over the same bytes, each a mesh of its own: 3 MB of file that would become gigabytes.
        TestGltf gltf = new();
        int view = gltf.View(new byte[3 << 20]);
        for (int i = 0; i < 500; i++)
        {
            int accessor = gltf.Accessor($$"""{"bufferView":{{view}},"byteOffset":{{4 * i}},"componentType":5126,"count":250000,"type":"VEC3"}""");
            gltf.Mesh([("POSITION", _ => accessor)]);
        }

        Assert.That(gltf.Read, Throws.TypeOf<GltfException>().With.Message.Contains("the decoded geometry of this file may take"));
    }

    [Test]
    public void TokenLimit_IsChecked() => Assert.That(
        () => TestGltf.Triangle().ReadFile(new GltfLimits { MaximumJsonTokens = 10 }), Throws.TypeOf<GltfException>().With.Message.Contains("more than 10 tokens"));

    [Test]
    public void ImageBudget_IsChecked() => Assert.That(
        () => TestGltf.Triangle().Texture(Pixel).ReadFile(new GltfLimits { MaximumImageBytes = 3 }), Throws.TypeOf<GltfException>().With.Message.Contains("the decoded images"));

    [Test]
    public void FileThatIsNotThere_IsNamedWithTheNearestOne()
    {
        string folder = Directory.CreateTempSubdirectory("gltf-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "helmet.glb"), "x");
            Assert.That(() => GltfReader.Read(Path.Combine(folder, "helmt.glb")), Throws.TypeOf<GltfException>().With.Message.EqualTo(
                $"{Path.Combine(folder, "helmt.glb")}: there is no such file; did you mean helmet.glb?"));
            Assert.That(() => GltfReader.Read(Path.Combine(folder, "something.glb")), Throws.TypeOf<GltfException>().With.Message.EndsWith("there is no such file; expected a .glb or .gltf file"));
            Assert.That(() => GltfReader.Read(folder), Throws.TypeOf<GltfException>().With.Message.EqualTo($"{folder}: is a folder; expected a .glb or .gltf file"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void TextNamedGlb_IsNoBinaryGltf() => Assert.That(
        () => GltfReader.Read("hello"u8.ToArray(), "text.glb", "."),
        Throws.TypeOf<GltfException>().With.Message.StartsWith("text.glb: byte 0: expected \"glTF\""));

    private static TestCaseData Case(string name, Func<TestGltf, string> json, string message) =>
        new TestCaseData(json, message).SetArgDisplayNames(name);

    private static TestCaseData Case(string name, Func<TestGltf, TestGltf> change, string message) => Case(name, g => change(g).Document(), message);

    private static TestCaseData Container(string name, byte[] file, string message) => new TestCaseData(file, message).SetArgDisplayNames(name);

    private static Func<TestGltf, TestGltf> Set(string member, string json) => g => g.Set(member, json);

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Patch(byte[] file, int at, uint value)
    {
        byte[] patched = [.. file];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32LittleEndian(patched.AsSpan(at), value);
        return patched;
    }

    private static string Json(byte[] glb) => Encoding.UTF8.GetString(glb, 20, BitConverter.ToInt32(glb, 12));
}
