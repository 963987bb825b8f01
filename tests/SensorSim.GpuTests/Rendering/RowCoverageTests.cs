using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Where rows have instants of their own, objects are counted alone at those of their rows.</summary>
public sealed class RowCoverageTests : RenderingFixture
{
    private const int Width = 96;
    private const int Height = 64;
    private const double Speed = 60;

    private static readonly Exposure Rolling = new(-0.0163, 0.001, 0.0005, 1, 100);
    private static readonly CameraView View = Camera(Width, Height, 60);

    [Test]
    public void Coverage_IsThatOfEachRowsInstant_WithTheRowsAroundTheImage()
    {
        SceneInstance scene = Scene();
        LabelRows[] rows = [.. RowLabels.Of(scene, new(_ => View, Rolling, null))];
        (RenderedView view, ObjectMasks masks) = Label(scene, View, rows);
        Assert.That(rows, Has.Length.GreaterThan(8));
        for (int id = 1; id <= 3; id++)
        {
            (int inside, int outside) = Alone(scene, id, rows);
            int visible = view.VisiblePixels(id);
            Assert.Multiple(() =>
            {
                Assert.That(view.Coverage[id - 1].InsidePixels ?? visible, Is.EqualTo(inside), $"object {id}, in the image");
                Assert.That(view.Coverage[id - 1].OutsidePixels, Is.EqualTo(outside), $"object {id}, around it");
                Assert.That(masks.Inside.TryGetValue(id, out ObjectMask mask) ? PixelsOf(mask) : visible, Is.EqualTo(inside), $"object {id}, its mask");
                Assert.That(masks.Outside.TryGetValue(id, out mask) ? PixelsOf(mask) : 0, Is.EqualTo(outside), $"object {id}, its mask around the image");
            });
        }

        Assert.Multiple(() =>
        {
            Assert.That(view.Coverage[0].InsidePixels, Is.GreaterThan(view.VisiblePixels(1)), "something is hidden");
            Assert.That(view.Coverage[2].OutsidePixels, Is.GreaterThan(100), "something is cut off");
        });
    }

    [Test]
    public void Coverage_OfOneInstant_IsAnother()
    {
        SceneInstance scene = Scene();
        (RenderedView byRow, _) = Label(scene, View, RowLabels.Of(scene, new(_ => View, Rolling, null)));
        (RenderedView atOnce, _) = Label(scene, View, []);
        Assert.That(Math.Abs(byRow.Coverage[2].OutsidePixels - atOnce.Coverage[2].OutsidePixels), Is.GreaterThan(20));
    }

    [Test]
    public void ThroughALens_CoverageFollowsTheRowsToo()
    {
        CameraView camera = View with { Intrinsics = Lenses.With(View.Intrinsics, "lens.brown-conrady", ("k1", -1e-5)) };
        SceneInstance scene = Scene();
        LabelRows[] rows = [.. RowLabels.Of(scene, new(_ => camera, Rolling, null))];
        (RenderedView view, ObjectMasks masks) = Label(scene, camera, rows);
        for (int id = 1; id <= 3; id++)
        {
            (int inside, int outside) = Alone(scene, id, rows);
            Assert.Multiple(() =>
            {
                Assert.That(view.Coverage[id - 1].InsidePixels ?? view.VisiblePixels(id), Is.EqualTo(inside).Within(3).Percent, $"object {id}, in the image");
                Assert.That(masks.Inside.TryGetValue(id, out ObjectMask mask) ? PixelsOf(mask) : view.VisiblePixels(id), Is.EqualTo(inside).Within(3).Percent, $"object {id}, its mask");
                Assert.That(view.Coverage[id - 1].OutsidePixels, Is.EqualTo(outside).Within((0.1 * outside) + 64), $"object {id}, around it");
            });
        }
    }

    // A board that slides behind another that stands, and one that slides over the image's upper left corner.
    private static SceneInstance Scene()
    {
        SceneInstance scene = new SceneBuilder()
            .Add(Shapes.Quad(0.8f), At(-0.1, 0, -2.2))
            .Add(Shapes.Quad(0.5f), At(0.2, -0.1, -2))
            .Add(Shapes.Quad(1), At(-1.5, 0.9, -2.1))
            .Build();
        return scene with { Motion = new Sliding(scene.NodeToWorld) };
    }

    // Each row's instant, one object by itself, on an image three times as wide and high.
    private static (int Inside, int Outside) Alone(SceneInstance scene, int id, LabelRows[] rows)
    {
        CameraView canvas = Camera(3 * Width, 3 * Height, 60);
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Labels = LabelKinds.Instance });
        int inside = 0, outside = 0;
        foreach (LabelRows group in rows)
        {
            Matrix4x4d[] poses = [.. group.Instance.NodeToWorld.Select((pose, i) => i == id - 1 ? pose : At(0, 0, 100) * pose)];
            using FrameOutput output = renderer.Submit(new(group.Instance with { NodeToWorld = poses }, [new(canvas, null)])).Wait();
            var view = new RenderedView(output.Views[0]);
            int first = group.First == 0 ? 0 : Height + group.First, end = group.End == Height ? 3 * Height : Height + group.End;
            for (int i = first * 3 * Width; i < end * 3 * Width; i++)
            {
                (int x, int y) = (i % (3 * Width), i / (3 * Width));
                bool isInside = x >= Width && x < 2 * Width && y >= Height && y < 2 * Height;
                (inside, outside) = view.Instance[i] == 0 ? (inside, outside) : isInside ? (inside + 1, outside) : (inside, outside + 1);
            }
        }

        return (inside, outside);
    }

    private static (RenderedView View, ObjectMasks Masks) Label(SceneInstance scene, CameraView camera, IReadOnlyList<LabelRows> rows)
    {
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings with { Labels = LabelKinds.Default | LabelKinds.SoloMasks });
        using FrameOutput output = renderer.Submit(new(scene, [new(camera, null)]) { LabelRows = rows }).Wait();
        ObjectMasks masks = output.Views[0].Masks;
        return (new(output.Views[0]), new(Copied(masks.Inside), Copied(masks.Outside)));
    }

    private static Dictionary<int, ObjectMask> Copied(IReadOnlyDictionary<int, ObjectMask> masks) =>
        masks.ToDictionary(mask => mask.Key, mask => mask.Value with { Bits = mask.Value.Bits.ToArray() });

    private static int PixelsOf(ObjectMask mask) => Enumerable.Range(0, mask.Width * mask.Height).Count(i => (mask.Bits.Span[i >> 3] & (1 << (i & 7))) != 0);

    private sealed class Sliding(IReadOnlyList<Matrix4x4d> start) : ISceneMotion
    {
        public bool Moves => true;

        public IReadOnlySet<int> MovingNodes => new HashSet<int> { 0, 2 };

        public ScenePose At(double seconds)
        {
            var step = Matrix4x4d.FromTranslation(new(Speed * seconds, 0, 0));
            return new([step * start[0], start[1], step * start[2]], () => new Dictionary<int, DeformedMesh>());
        }
    }
}
