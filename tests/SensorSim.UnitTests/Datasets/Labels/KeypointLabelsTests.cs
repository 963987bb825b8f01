using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.UnitTests.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Labels;

public class KeypointLabelsTests
{
    // Looks along the world's -X: the camera's +Z.
    private static readonly CameraView s_view = new("c", new(4, 2, 4, 4, 1.5, 0.5), CameraView.LookAt(new(10, 0, 0), Vector3d.Zero));

    // Object 1 at 5 m on the left half, object 2 at 8 m in the third column, nothing in the fourth.
    private static readonly KeypointLabels s_labels = new(Planes.Of(4, 2, 1, 1, 2, 0, 1, 1, 2, 0), Planes.OfFloats(4, 2, 1, 5, 5, 8, 0, 5, 5, 8, 0), s_view);

    [TestCase(0, 0, 5, 1, 2, TestName = "on its own surface")]
    [TestCase(0, 0, 6.9, 1, 2, TestName = "inside its own body, within a tenth of 20 m")]
    [TestCase(0, 0, 7.1, 1, 1, TestName = "behind its own body")]
    [TestCase(0, 0, 5.04, 2, 2, TestName = "within one percent behind another surface")]
    [TestCase(0, 0, 5.06, 2, 1, TestName = "behind another surface")]
    [TestCase(0, 0, 3, 2, 2, TestName = "before another surface")]
    [TestCase(3, 1, 99, 2, 2, TestName = "before nothing")]
    [TestCase(-0.49, 1.49, 1, 2, 2, TestName = "in the corner")]
    [TestCase(3.51, 0, 1, 2, 0, TestName = "right of the image")]
    [TestCase(0, -0.51, 1, 2, 0, TestName = "above the image")]
    public void AtAPlaceAndDistance(double column, double row, double distance, int instance, int expected)
    {
        Vector3d camera = distance * new Vector3d((column - 1.5) / 4, (row - 0.5) / 4, 1).Normalized();
        KeypointRecord point = s_labels.Of([new("p", s_view.CameraToWorld.TransformPoint(camera))], instance, 20)[0];
        Assert.That(point.Visibility, Is.EqualTo(expected));
        Assert.That(point.Pixel, Is.EqualTo(new[] { column, row }).Within(1e-9));
        Assert.That(point.PositionM, Is.EqualTo(new[] { camera.X, camera.Y, camera.Z }).Within(1e-9));
    }

    [Test]
    public void BehindTheCamera_HasNoPixel()
    {
        KeypointRecord point = s_labels.Of([new("p", new(11, 0, 0))], 1, 20)[0];
        Assert.That((point.Pixel, point.Visibility), Is.EqualTo(((IReadOnlyList<double>?)null, 0)));
    }
}
