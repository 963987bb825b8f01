using SensorSim.Cameras;
using SensorSim.Datasets;
using SensorSim.Datasets.Labels;
using SensorSim.Geometry;
using SensorSim.UnitTests.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Labels;

public class ObjectLabelsTests
{
    private static readonly LocalBounds s_unitCube = new(new(-0.5, -0.5, -0.5), new(0.5, 0.5, 0.5));
    private static readonly CameraIntrinsics s_camera = new(640, 480, 500, 400, 319.5, 239.5);

    [Test]
    public void TheLooseBoxOfACubeIsItsNearFace()
    {
        double[]? box = LooseBox.Of(s_unitCube, Matrix4x4d.FromTranslation(new(0, 0, 5)), s_camera);

        double halfWidth = 500 * 0.5 / 4.5, halfHeight = 400 * 0.5 / 4.5;
        Assert.That(box, Is.EqualTo(new[] { 319.5 - halfWidth, 239.5 - halfHeight, 2 * halfWidth, 2 * halfHeight }).Within(1e-9));
    }

    [Test]
    public void ABoxAroundTheCameraFillsTheImage() =>
        Assert.That(LooseBox.Of(s_unitCube, Matrix4x4d.Identity, s_camera), Is.EqualTo(new[] { -0.5, -0.5, 640, 480 }));

    [Test]
    public void ABoxBehindTheCameraHasNoLooseBox() =>
        Assert.That(LooseBox.Of(s_unitCube, Matrix4x4d.FromTranslation(new(0, 0, -5)), s_camera), Is.Null);

    [Test]
    public void ABoxThatReachesBehindTheCameraIsCutNotMirrored()
    {
        // A long box to the right of the axis, from behind the camera to 10 m in front: its far end is nearest the centre.
        var bounds = new LocalBounds(new(1, -0.1, -10), new(2, 0.1, 10));

        double[]? box = LooseBox.Of(bounds, Matrix4x4d.Identity, s_camera);

        Assert.That(box![0], Is.EqualTo(319.5 + (500 * 1 / 10.0)).Within(1e-9));
        Assert.That(box[0] + box[2], Is.EqualTo(639.5).Within(1e-9));
    }

    [Test]
    public void ScaleGoesIntoTheSize_AndTheRotationIsPure()
    {
        var rotation = Quaterniond.FromAxisAngle(new Vector3d(1, 2, 3).Normalized(), 0.7);
        Matrix4x4d pose = Matrix4x4d.FromTrs(new(1, 2, 8), rotation, new(2, 3, 4));

        Box3d box = Box3dInCamera.Of(new(new(0, 0, 0), new(1, 1, 1)), pose);

        Matrix4x4d pure = Matrix4x4d.FromTrs(Vector3d.Zero, rotation, new(1, 1, 1));
        Vector3d center = pose.TransformPoint(new(0.5, 0.5, 0.5));
        Assert.That(box.SizeM, Is.EqualTo(new[] { 2.0, 3, 4 }).Within(1e-12));
        Assert.That(box.CenterM, Is.EqualTo(new[] { center.X, center.Y, center.Z }).Within(1e-12));
        Assert.That(box.Rotation, Is.EqualTo(new[] { pure.M11, pure.M12, pure.M13, pure.M21, pure.M22, pure.M23, pure.M31, pure.M32, pure.M33 }).Within(1e-12));
    }

    [TestCase(1, 1, -1)]
    [TestCase(-2, 1, 1)]
    [TestCase(1, 0, 1)]
    [TestCase(0, 0, 0)]
    public void MirroredAndFlatObjectsKeepAProperRotation(double x, double y, double z)
    {
        Box3d box = Box3dInCamera.Of(s_unitCube, Matrix4x4d.FromTrs(new(0, 0, 3), Quaterniond.FromAxisAngle(Vector3d.UnitY, 0.4), new(x, y, z)));

        IReadOnlyList<double> r = box.Rotation;
        var m = Matrix4x4d.FromAxes(new(r[0], r[3], r[6]), new(r[1], r[4], r[7]), new(r[2], r[5], r[8]), Vector3d.Zero);
        Assert.That(m.Determinant3x3, Is.EqualTo(1).Within(1e-12));
        Assert.That(box.SizeM, Is.EqualTo(new[] { Math.Abs(x), Math.Abs(y), Math.Abs(z) }).Within(1e-12));
    }

    [Test]
    public void ASheardBoxHoldsAllItsCorners()
    {
        var shear = Matrix4x4d.FromAxes(new(1, 0, 0), new(0.6, 1, 0), new(0.2, -0.3, 1), new(0, 0, 4));

        Box3d box = Box3dInCamera.Of(s_unitCube, shear);

        IReadOnlyList<double> r = box.Rotation, c = box.CenterM;
        for (int i = 0; i < 8; i++)
        {
            Vector3d d = shear.TransformPoint(s_unitCube.Corner(i)) - new Vector3d(c[0], c[1], c[2]);
            for (int axis = 0; axis < 3; axis++)
                Assert.That(Math.Abs(Vector3d.Dot(d, new(r[axis], r[axis + 3], r[axis + 6]))), Is.LessThanOrEqualTo((box.SizeM[axis] / 2) + 1e-12));
        }
    }

    [Test]
    public void VisibilityAndTruncationAreSharesOfTheSoloPixels()
    {
        var plane = Planes.Of(4, 2, 0, 1, 1, 1, 0, 0, 2, 2);
        var view = new CameraView("front", new(4, 2, 4, 4, 1.5, 0.5), Matrix4x4d.Identity);
        LabelledInstance[] instances =
        [
            new(3, 1, "hidden", 2, Matrix4x4d.FromTranslation(new(0, 0, 9)), s_unitCube),
            new(1, 1, "box", 0, Matrix4x4d.FromTranslation(new(0, 0, 5)), s_unitCube),
            new(2, 2, "can", 1, Matrix4x4d.FromTranslation(new(0, 0, 6)), s_unitCube),
        ];

        IReadOnlyList<ObjectRecord> records = ObjectLabels.Assemble(plane, instances, [new(4, 0), new(2, 6), new(5, 0)], view);

        Assert.That(records.Select(r => r.InstanceId), Is.EqualTo(new[] { 1, 2, 3 }));
        Assert.That(records.Select(r => r.VisiblePx), Is.EqualTo(new[] { 3, 2, 0 }));
        Assert.That(records.Select(r => r.Visibility), Is.EqualTo(new[] { 0.75, 1, 0 }));
        Assert.That(records.Select(r => r.Truncation), Is.EqualTo(new[] { 0, 0.75, 0 }));
        Assert.That(records[0].BboxTight, Is.EqualTo(new[] { 1.0, 0, 3, 1 }));
        Assert.That((records[2].BboxTight, records[2].BboxLoose, records[2].Box3d), Is.EqualTo(((IReadOnlyList<double>?)null, (IReadOnlyList<double>?)null, (Box3d?)null)));
    }

    [Test]
    public void AnObjectThatNothingCanHideIsWhollyVisible()
    {
        var plane = Planes.Of(4, 2, 0, 1, 1, 1, 0, 0, 0, 0);
        var view = new CameraView("front", new(4, 2, 4, 4, 1.5, 0.5), Matrix4x4d.Identity);
        LabelledInstance[] instances = [new(1, 1, "box", 0, Matrix4x4d.FromTranslation(new(0, 0, 5)), s_unitCube)];

        ObjectRecord record = ObjectLabels.Assemble(plane, instances, [new(null, 1)], view)[0];

        Assert.That((record.Visibility, record.Truncation), Is.EqualTo((1.0, 0.25)));
    }

    [Test]
    public void AnIdThatNoInstanceHasIsRefused()
    {
        var view = new CameraView("front", new(1, 1, 1, 1, 0, 0), Matrix4x4d.Identity);
        Assert.That(() => ObjectLabels.Assemble(Planes.Of(1, 1, 9), [], [], view), Throws.ArgumentException.With.Message.Contains("id 9"));
    }
}
