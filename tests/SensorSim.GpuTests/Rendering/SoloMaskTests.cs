using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Which pixels an object covers alone: the bits behind the counts.</summary>
public sealed class SoloMaskTests : RenderingFixture
{
    private static readonly RenderSettings Wanted = Settings with { Labels = LabelKinds.Default | LabelKinds.SoloMasks };

    [Test]
    public void HiddenObject_HasItsWholeShape()
    {
        // 64 pixels at 1 m: 0.5 m at 1 m are the columns and rows 34 to 65; the nearer quad hides three quarters.
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(0, 0, -1)).Add(Shapes.Quad(0.25f), At(0.0625, 0, -0.5)).Build();
        ObjectMasks masks = MasksOf(scene, 100, out ObjectCoverage[] coverage);
        Assert.That(Pixels(masks.Inside[1]), Is.EquivalentTo(Square(34, 34, 32)));
        Assert.That(Pixels(masks.Inside[2]), Is.EquivalentTo(Square(42, 34, 32)));
        Assert.That(coverage.Select(c => c.InsidePixels), Is.EqualTo(new int?[] { 1024, 1024 }));
        Assert.That(masks.Outside, Is.Empty);
    }

    [Test]
    public void ObjectOverTheBorder_GoesOnOutside()
    {
        // Centred on the right border: columns 84 to 115, of which 100 and more are outside.
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(50.0 / 64, 0, -1)).Build();
        ObjectMasks masks = MasksOf(scene, 100, out ObjectCoverage[] coverage);
        Assert.That(masks.Inside, Is.Empty, "nothing can hide any of it");
        Assert.That(Pixels(masks.Outside[1]), Is.EquivalentTo(Square(84, 34, 32).Where(pixel => pixel.X >= 100)));
        Assert.That(coverage[0], Is.EqualTo(new ObjectCoverage(null, 16 * 32)));
    }

    [Test]
    public void ManyObjects_EachHaveTheirOwn()
    {
        var builder = new SceneBuilder();
        int mesh = builder.AddMesh(Shapes.Quad(0.25f));
        for (int i = 0; i < 40; i++) builder.Add(mesh, At((i % 8 * 0.1) - 0.35, (i / 8 * 0.1) - 0.2, -1 - (0.001 * i)));
        ObjectMasks masks = MasksOf(builder.Build(), 100, out ObjectCoverage[] coverage);
        Assert.That(masks.Inside, Has.Count.EqualTo(40));
        Assert.That(masks.Inside.Select(mask => Pixels(mask.Value).Count()), Is.EqualTo(masks.Inside.Select(mask => coverage[mask.Key - 1].InsidePixels)));
    }

    [Test]
    public void NothingAskedFor_NothingThere()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(0, 0, -1)).Add(Shapes.Quad(0.25f), At(0, 0, -0.5)).Build();
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Settings);
        using FrameOutput output = renderer.Submit(new(scene, [new(Camera(64, 64, 64), null)])).Wait();
        Assert.That(output.Views[0].Masks, Is.SameAs(ObjectMasks.None));
    }

    private static ObjectMasks MasksOf(SceneInstance scene, int side, out ObjectCoverage[] coverage)
    {
        using var renderer = new FrameRenderer(Device, Shaders, scene.Twin, Wanted);
        using FrameOutput output = renderer.Submit(new(scene, [new(Camera(side, side, 64), null)])).Wait();
        coverage = [.. output.Views[0].Coverage];
        return new(Copied(output.Views[0].Masks.Inside), Copied(output.Views[0].Masks.Outside));
    }

    private static Dictionary<int, ObjectMask> Copied(IReadOnlyDictionary<int, ObjectMask> masks) =>
        masks.ToDictionary(mask => mask.Key, mask => mask.Value with { Bits = mask.Value.Bits.ToArray() });

    private static IEnumerable<(int X, int Y)> Pixels(ObjectMask mask) => Enumerable.Range(0, mask.Width * mask.Height)
        .Where(i => (mask.Bits.Span[i >> 3] & (1 << (i & 7))) != 0)
        .Select(i => (mask.X + (i % mask.Width), mask.Y + (i / mask.Width)));

    private static IEnumerable<(int X, int Y)> Square(int x, int y, int side) =>
        Enumerable.Range(0, side * side).Select(i => (x + (i % side), y + (i / side)));
}
