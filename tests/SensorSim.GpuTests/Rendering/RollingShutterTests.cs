using SensorSim.Cameras;
using SensorSim.Rendering;
using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Rendering;

/// <summary>RS-1 and RS-2, and labels that each row has at its own instant.</summary>
public sealed class RollingShutterTests : ExposureFixture
{
    [TestCase(4e-5)]
    [TestCase(0.0)]
    public void RollingShutter_SlantsAVerticalEdge(double rowTime)
    {
        const double Speed = 8000;
        RenderedView view = Expose(Edge(Speed), new(-(0.0005 / 2) - ((Height - 1) / 2.0 * rowTime), 0.0005, rowTime, 1, 100));

        // The edge's place in a row is the sum of the row: everything on one side shines.
        double[] place = [.. Enumerable.Range(0, Height).Select(y => Enumerable.Range(0, Width).Sum(x => (double)view.RadianceAt(x, y).X))];
        double mean = (Height - 1) / 2.0, slope = 0, scale = 0;
        for (int y = 0; y < Height; y++)
        {
            slope += (y - mean) * place[y];
            scale += (y - mean) * (y - mean);
        }

        string law = rowTime > 0 ? "RS-1 slope of a moving edge, px/row" : "RS-2 slope under a global shutter, px/row";
        Acceptance.Holds(law, slope / scale, Speed * rowTime, Math.Max(0.01 * Speed * rowTime, 2e-3));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void LabelsByRow_LieWhereTheRollingShutterShowsThings(bool hasLens)
    {
        const double RowTime = 4e-5;
        var exposure = new Exposure(-(0.0005 / 2) - ((Height - 1) / 2.0 * RowTime), 0.0005, RowTime, 1, 100);
        SceneInstance scene = Edge(8000);
        CameraView camera = Camera(Width, Height, Focal);
        camera = hasLens ? camera with { Intrinsics = Lenses.With(camera.Intrinsics, "lens.brown-conrady", ("k1", -0.05)) } : camera;
        IReadOnlyList<LabelRows> rows = RowLabels.Of(scene, new(_ => camera, exposure, null));
        RenderedView byRow = Expose(scene, exposure, camera: camera, rows: rows), atOnce = Expose(scene, exposure, camera: camera);
        double[] image = Places(y => Enumerable.Range(0, Width).Sum(x => (double)byRow.RadianceAt(x, y).X));
        double[] labels = Places(y => Enumerable.Range(0, Width).Count(x => byRow.InstanceAt(x, y) == 1));
        double[] depths = Places(y => Enumerable.Range(0, Width).Count(x => byRow.DepthAt(x, y) > 0));
        double[] middle = Places(y => Enumerable.Range(0, Width).Count(x => atOnce.InstanceAt(x, y) == 1));
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.GreaterThan(Height / 2));
            Assert.That((rows[0].First, rows[^1].End), Is.EqualTo((0, Height)));
            Assert.That(labels.Zip(image, (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(0.65), "pixels between label and image");
            Assert.That(depths, Is.EqualTo(labels));
            Assert.That(middle.Zip(image, (a, b) => Math.Abs(a - b)).Max(), Is.GreaterThan(5), "labels of one instant lie elsewhere");
            Assert.That(byRow.AllRadiance, Is.EqualTo(atOnce.AllRadiance), "the image is the same");
        });
    }

    private static double[] Places(Func<int, double> inRow) => [.. Enumerable.Range(0, Height).Select(inRow)];

    [Test]
    public void LabelsByRow_AreThoseOfTheFrame_WhereNothingMoves() =>
        Assert.That(RowLabels.Of(Edge(0), new(_ => Camera(Width, Height, Focal), new(0, 0.01, 1e-4, 1, 100), null)), Is.Empty);
}
