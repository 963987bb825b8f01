using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Scenes.Model;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Pixels that an object covers alone.</summary>
public sealed class CoverageTests : RenderingFixture
{
    [Test]
    public void OverlappingQuads_CountWhatIsHidden()
    {
        // 64 pixels at 1 m: a quad of 0.5 m at 1 m covers 32 × 32 pixels; the nearer one is shifted by a quarter of its width.
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(0, 0, -1)).Add(Shapes.Quad(0.25f), At(0.0625, 0, -0.5)).Build();
        RenderedView view = Render(scene, Camera(100, 100, 64));
        Assert.That(view.Coverage[0], Is.EqualTo(new ObjectCoverage(32 * 32, 0)));
        Assert.That(view.Coverage[1], Is.EqualTo(new ObjectCoverage(32 * 32, 0)));
        Assert.That(view.VisiblePixels(2), Is.EqualTo(32 * 32));
        Assert.That(view.VisiblePixels(1), Is.EqualTo(32 * 8), "Three quarters are hidden.");
    }

    [Test]
    public void ObjectBehindAnother_IsCountedThoughNoneOfItShows()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(0, 0, -2)).Add(Shapes.Quad(0.5f), At(0, 0, -1)).Build();
        RenderedView view = Render(scene, Camera(100, 100, 64));
        Assert.That(view.VisiblePixels(1), Is.Zero);
        Assert.That(view.Coverage[0].InsidePixels, Is.EqualTo(16 * 16));
    }

    [Test]
    public void QuadOverTheBorder_CountsWhatIsOutside()
    {
        // Centred on the right border: half of its 32 × 32 pixels are outside.
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(0.5f), At(50.0 / 64, 0, -1)).Build();
        RenderedView view = Render(scene, Camera(100, 100, 64));
        Assert.That(view.VisiblePixels(1), Is.EqualTo(16 * 32));
        Assert.That(view.Coverage[0].OutsidePixels, Is.EqualTo(16 * 32));
    }

    [Test]
    public void ObjectLargerThanTheCanvas_CountsTheCanvas()
    {
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(100), At(0, 0, -1)).Build();
        RenderedView view = Render(scene, Camera(40, 30, 64));
        Assert.That(view.VisiblePixels(1), Is.EqualTo(40 * 30));
        Assert.That(view.Coverage[0].OutsidePixels, Is.EqualTo(8 * 40 * 30));
    }

    [Test]
    public void FacesBehindFaces_CountOnce()
    {
        var builder = new SceneBuilder();
        int both = builder.Add(Material.Default with { DoubleSided = true });
        builder.Add(Shapes.Cube(1, both), At(0, 0, -3)).Add(Shapes.Quad(10), At(0, 0, -6));
        RenderedView view = Render(builder.Build(), Camera(64, 64, 64));
        Assert.That(view.Coverage[0].InsidePixels, Is.EqualTo(view.VisiblePixels(1)));
    }

    [Test]
    public void ObjectReachingBehindTheCamera_IsCountedOnTheCanvas()
    {
        // A floor from behind the camera to the horizon fills the lower half of image and canvas.
        SceneInstance scene = new SceneBuilder().Add(Shapes.Quad(10_000), Turned(Vector3d.UnitX, -90, new(0, -1, 0))).Build();
        RenderedView view = Render(scene, Camera(40, 40, 40));
        Assert.That(view.VisiblePixels(1), Is.EqualTo(40 * 20));
        Assert.That(view.Coverage[0].OutsidePixels, Is.EqualTo((120 * 60) - (40 * 20)).Within(240), "Up to a row at the horizon.");
    }
}
