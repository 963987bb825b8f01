using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.GpuTests.Rendering;

/// <summary>The device puts vertices where the reference does: a deformed mesh and a rigid one made by the reference look the same.</summary>
public sealed class DeformationTests : RenderingFixture
{
    private const double Seconds = 0.4;

    [Test]
    public void MorphedAndSkinnedBar_IsTheBarThatTheReferenceBends([Values(1, 4)] int msaa, [Values] bool isFlat)
    {
        Scene twin = BendingBar(isFlat);
        SceneInstance bent = InstanceOf(twin, new AnimatedMotion(twin, twin.Animations[0], new Dictionary<int, Matrix4x4d>()).At(Seconds));
        SceneInstance rigid = InstanceOf(Rigid(bent), null);
        RenderedView deformed = RenderAt(bent, msaa), expected = RenderAt(rigid, msaa);

        Assert.Multiple(() =>
        {
            Assert.That(expected.VisiblePixels(1), Is.GreaterThan(2000), "the bar is in view");
            Assert.That(deformed.Instance.Zip(expected.Instance).Count(pair => pair.First != pair.Second), Is.LessThanOrEqualTo(2), "ids");
            Assert.That(Worst(deformed.Depth, expected.Depth, deformed, expected), Is.LessThan(1e-4), "depth");
            Assert.That(Worst([.. deformed.Normal.Select(v => v / 65535f)], [.. expected.Normal.Select(v => v / 65535f)], deformed, expected), Is.LessThan(1e-3), "normals");

            // Beside an edge, a rounding decides which samples a triangle covers, and they decide where it is shaded.
            int[] different = [.. Enumerable.Range(0, expected.AllRadiance.Count).Where(i => Math.Abs(deformed.AllRadiance[i].X - expected.AllRadiance[i].X) > 2e-3)];
            Assert.That(different, Has.Length.LessThan(msaa == 1 ? 4 : 40), "radiance");
        });
    }

    [Test]
    public void TheNextInstant_MovesTheVerticesAgain()
    {
        Scene twin = BendingBar(isFlat: false);
        var motion = new AnimatedMotion(twin, twin.Animations[0], new Dictionary<int, Matrix4x4d>());
        using var renderer = new FrameRenderer(Device, Shaders, twin, Settings);
        ushort[][] ids = [.. new[] { 0, Seconds, 0 }.Select(seconds =>
        {
            using FrameOutput output = renderer.Submit(new(InstanceOf(twin, motion.At(seconds)), [new(Eye, new RadianceReadback())])).Wait();
            return new RenderedView(output.Views[0]).Instance;
        })];
        Assert.That(ids[1], Is.Not.EqualTo(ids[0]));
        Assert.That(ids[2], Is.EqualTo(ids[0]));
    }

    [Test]
    public void ADraw_MovesWhatIsSeen_AsItMovesARigidBar()
    {
        Scene twin = BendingBar(isFlat: false);
        ushort[] Mask(Scene scene, params (string Name, double Value)[] draws) => Render(
            new CousinAssembly(scene, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(0, draws.ToDictionary(draw => draw.Name, draw => (JsonNode?)draw.Value, StringComparer.Ordinal)), Eye).Instance;
        (string, double)[] turned = [("objects.node_0.yaw_deg", 70), ("objects.node_0.offset_x_m", 0.3)];
        ushort[] drawn = Mask(twin, turned), rigid = Mask(Rigid(new CousinAssembly(twin, EnvironmentLight.None, new Dictionary<string, PluginUse>(StringComparer.Ordinal)).Apply(0, new Dictionary<string, JsonNode?>(StringComparer.Ordinal))), turned);
        Assert.That(drawn.Zip(rigid).Count(pair => pair.First != pair.Second), Is.LessThanOrEqualTo(2), "the picture is where the record says");
        Assert.That(drawn.Zip(Mask(twin)).Count(pair => pair.First != pair.Second), Is.GreaterThan(1000), "and not where it was");
    }

    private static SensorSim.Cameras.CameraView Eye => Camera(160, 160, 420, new(0.3, -0.1, 4));

    private static RenderedView RenderAt(SceneInstance instance, int msaa) => Render(instance, Eye, Settings with { Msaa = msaa });

    // Away from where the two disagree about who is seen.
    private static double Worst(float[] a, float[] b, RenderedView first, RenderedView second)
    {
        int components = a.Length / first.Instance.Length;
        return Enumerable.Range(0, a.Length)
            .Where(i => first.Instance[i / components] == second.Instance[i / components])
            .Max(i => Math.Abs((double)a[i] - b[i]));
    }

    private static SceneInstance InstanceOf(Scene twin, ScenePose? pose)
    {
        int lamp = twin.Nodes.Count - 1;
        var instance = new SceneInstance(
            twin, 0, twin.WorldTransforms([.. twin.Nodes.Select(node => node.LocalTransform)]), twin.Materials,
            [new("lamp", lamp, twin.Lights[0], null)], EnvironmentLight.None, new Dictionary<string, JsonNode?>(StringComparer.Ordinal));
        return pose is null ? instance : instance.In(pose);
    }

    private static Scene Rigid(SceneInstance bent)
    {
        Primitive p = bent.Twin.Meshes[0].Primitives[0];
        MeshPose pose = bent.DeformedMeshes[0].Pose;
        Vector3[] positions = Deformation.Positions(p, pose);
        var moved = new Primitive(positions, Deformation.Normals(p, pose, positions), null, null, null, null, p.Indices, p.Material);
        return bent.Twin with { Meshes = [new(null, [moved])], Nodes = [bent.Twin.Nodes[0] with { LocalTransform = bent.NodeToWorld[0], Skin = null }, .. bent.Twin.Nodes.Skip(1)] };
    }

    // A bar along +Y that one target makes thicker and a joint at half its height bends, on a node that is itself turned and moved.
    private static Scene BendingBar(bool isFlat)
    {
        Primitive bar = Bar();
        bar = isFlat ? Split(bar) : bar;
        Primitive deformable = bar with
        {
            IsFlat = isFlat,
            Targets = [new([.. bar.Positions.Select(v => new Vector3(0.3f * v.X, 0, 0.6f * v.Z))], [.. bar.Normals.Select(n => new Vector3(0.1f * n.Y, 0.2f, 0))], null)],
            Influences = [new([.. bar.Positions.Select(_ => new JointIndices(0, 1, 0, 0))], [.. bar.Positions.Select(v => new Vector4(1 - Upper(v), Upper(v), 0, 0))])],
        };
        Node mesh = new(null, null, Turned(Vector3d.UnitY, 20, new(0.1, -0.5, 0)), 0, null, null, null, true) { Skin = 0, MorphWeights = [0] };
        Node root = new(null, null, At(0, -0.5, 0), null, null, null, null, true);
        Node joint = new(null, 1, At(0, 0.5, 0), null, null, null, null, true) { Pose = LocalPose.Identity with { Translation = new(0, 0.5, 0) } };
        Node lamp = new(null, null, Aimed(new(2, 2, 4), Vector3d.Zero), null, 0, null, null, true);
        float half = MathF.Sin(MathF.PI / 6), whole = MathF.Cos(MathF.PI / 6);
        var bend = new KeyframeTrack([0, 1], [0, 0, 0, 1, 0.2f, 0, half, whole], 4, Interpolation.Linear, true);
        var swell = new KeyframeTrack([0, 1], [0, 1], 1, Interpolation.Linear, false);
        return new("bar", [mesh, root, joint, lamp], [new(null, [deformable]) { MorphWeights = [0] }], [Material.Default with { Metallic = 0 }], [], [], [new Light { Kind = LightKind.Directional, Intensity = 3 }], [])
        {
            Skins = [new(null, [1, 2], [Matrix4x4d.Identity, At(0, -0.5, 0)])],
            Animations = [new("bend", [new(2, AnimatedProperty.Rotation, bend), new(0, AnimatedProperty.Weights, swell)])],
        };
    }

    private static float Upper(Vector3 v) => Math.Clamp((v.Y - 0.3f) / 0.4f, 0, 1);

    // A sphere stretched to a bar of one metre: many vertices along the bend.
    private static Primitive Bar()
    {
        Primitive sphere = Shapes.Sphere(material: 0, rings: 24);
        return sphere with
        {
            Positions = [.. sphere.Positions.Select(p => new Vector3(0.2f * p.X, 0.5f + (0.5f * p.Y), 0.2f * p.Z))],
            Normals = [.. sphere.Normals.Select(n => Vector3.Normalize(new(n.X / 0.2f, n.Y / 0.5f, n.Z / 0.2f)))],
        };
    }

    private static Primitive Split(Primitive p) => p with
    {
        Positions = [.. p.Indices.Select(i => p.Positions[i])],
        Normals = [.. p.Indices.Select(i => p.Normals[i])],
        Indices = [.. Enumerable.Range(0, p.Indices.Length).Select(i => (uint)i)],
    };
}
