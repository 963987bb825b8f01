using SensorSim.Datasets;
using SensorSim.Datasets.Audit;
using SensorSim.Datasets.Storage;
using SensorSim.Geometry;

namespace SensorSim.UnitTests.Datasets.Audit;

[TestFixture]
public sealed class LabelCoverageTests
{
    private static readonly DatasetCategory[] s_categories = [new(1, "box"), new(2, "can")];

    [Test]
    public void ObjectsFramesAndSamples_AreCounted()
    {
        FrameRecord two = SeenFrames.Of(SeenFrames.Box(), SeenFrames.Box()), hidden = SeenFrames.Of(SeenFrames.Box(width: 0)), empty = SeenFrames.Of();

        LabelCoverage labels = Cover(two, two with { Step = 1 }, hidden with { Sample = 1 }, empty with { Sample = 2 }, two with { Sample = 3, Rejected = "too dark" });

        Assert.That(labels.Frames, Is.EqualTo(4), "the rejected frame is left out");
        Assert.That(labels.EmptyFrames, Is.EqualTo(2));
        CategoryCoverage box = labels.Categories[0];
        Assert.That((box.Name, box.Objects, box.NotVisible, box.Frames, box.Samples), Is.EqualTo(("box", 4L, 1L, 2L, 1L)));
        Assert.That(labels.Categories[1].Objects, Is.Zero, "a category that nothing has is listed");
    }

    [Test]
    public void ObjectsWithoutACategory_AreCalledUnlabelled() =>
        Assert.That(Cover(SeenFrames.Of(SeenFrames.Box(category: 0))).Categories.Select(category => category.Name), Is.EqualTo(new[] { "unlabelled", "box", "can" }));

    [TestCase(31, 33, "small")]
    [TestCase(32, 32, "medium")]
    [TestCase(95, 97, "medium")]
    [TestCase(96, 96, "large")]
    public void Areas_AreSortedAsCocoDoes(double width, double height, string bin) => Assert.That(BinOf("area", SeenFrames.Box(width, height)), Is.EqualTo(bin));

    [TestCase(0, "none")]
    [TestCase(0.001, "below 0.25")]
    [TestCase(0.25, "0.25 to 0.5")]
    [TestCase(1, "from 0.5")]
    public void Truncation_OfWholeObjectsIsABinOfItsOwn(double truncation, string bin) =>
        Assert.That(BinOf("truncation", SeenFrames.Box() with { Truncation = truncation }), Is.EqualTo(bin));

    [TestCase(0.2, "below 0.25")]
    [TestCase(0.75, "from 0.75")]
    public void Visibility_HasQuarters(double visibility, string bin) => Assert.That(BinOf("visibility", SeenFrames.Box() with { Visibility = visibility }), Is.EqualTo(bin));

    [Test]
    public void Distance_IsToTheMiddleOfTheBox()
    {
        LabelDistribution distance = Cover(SeenFrames.Of(SeenFrames.Box(center: new(2, 3, 6)))).Categories[0]["distance"];

        Assert.That(distance.Quantiles!.Median, Is.EqualTo(7).Within(1e-12));
        Assert.That(distance.CountOf("5 to 10"), Is.EqualTo(1));
        Assert.That(distance.Gaps, Is.EqualTo(new[] { "below 5 m", "from 10 m" }), "empty neighbours are one gap");
    }

    // The camera looks along +Z of the world at an object three metres away, so it is on the object's -Z: behind it, until the object is turned.
    // Turned by 90 degrees it faces the world's +X, and its left is Y x X = -Z, where the camera is.
    [TestCase(0, "back")]
    [TestCase(180, "front")]
    [TestCase(90, "left")]
    [TestCase(-90, "right")]
    [TestCase(135, "front_left")]
    [TestCase(-45, "back_right")]
    public void Azimuth_IsAroundTheObjectsOwnAxis(double yawDegrees, string sector) =>
        Assert.That(BinOf("azimuth", SeenFrames.Box(pose: Pose(Vector3d.UnitY, yawDegrees))), Is.EqualTo(sector));

    // Pitched up, its top leans away from the camera, which then looks at it from below.
    [TestCase(0, "level")]
    [TestCase(40, "below")]
    [TestCase(-40, "above")]
    public void Elevation_IsAboveTheObjectsOwnGround(double pitchDegrees, string band) =>
        Assert.That(BinOf("elevation", SeenFrames.Box(pose: Pose(Vector3d.UnitX, pitchDegrees))), Is.EqualTo(band));

    [Test]
    public void TheCamerasPose_ChangesWhatIsSeenOfTheObject()
    {
        // The camera stands on the world's +Z and looks back along -Z: in front of an object that is not turned.
        var camera = Matrix4x4d.FromAxes(-Vector3d.UnitX, Vector3d.UnitY, -Vector3d.UnitZ, new(0, 0, 3));
        FrameRecord frame = SeenFrames.Of(SeenFrames.Box(pose: Matrix4x4d.Identity)) with { CameraToWorld = camera.ToRowMajor() };

        Assert.That(Cover(frame).Categories[0]["azimuth"].CountOf("front"), Is.EqualTo(1));
    }

    [Test]
    public void ScaleAndMirror_LeaveTheViewAsItIs()
    {
        Matrix4x4d turned = Pose(Vector3d.UnitY, 180);
        var stretched = Matrix4x4d.FromAxes(-5 * turned.ColumnX, 0.1 * turned.ColumnY, 3 * turned.ColumnZ, turned.Translation);

        Assert.That(BinOf("azimuth", SeenFrames.Box(pose: stretched)), Is.EqualTo("front"));
    }

    [Test]
    public void WhatRecordsDoNotSay_IsNamedAndNoGap()
    {
        CategoryCoverage box = Cover(SeenFrames.Of(SeenFrames.Box() with { Box3d = null })).Categories[0];

        foreach (string measure in new[] { "distance", "azimuth", "elevation" })
        {
            Assert.That((box[measure].Measured, box[measure].MissingLabel), Is.EqualTo((0L, "box3d")), measure);
            Assert.That(box[measure].Gaps, Is.Empty);
        }

        Assert.That(box["area"].MissingLabel, Is.Null);
    }

    [Test]
    public void Quantiles_AreBetweenNumbersInOrder()
    {
        Quantiles found = Quantiles.Of([4, 1, 3, 2])!;

        Assert.That(found, Is.EqualTo(new Quantiles(1, 1.75, 2.5, 3.25, 4)));
        Assert.That(Quantiles.Of([]), Is.Null);
    }

    private static LabelCoverage Cover(params FrameRecord[] frames) => LabelCoverage.Of(frames, s_categories);

    private static string BinOf(string measure, ObjectRecord item) => Cover(SeenFrames.Of(item)).Categories[0][measure].Bins.Single(bin => bin.Count == 1).Label;

    private static Matrix4x4d Pose(Vector3d axis, double degrees)
    {
        double half = degrees * Math.PI / 360;
        Vector3d v = Math.Sin(half) * axis;
        return Matrix4x4d.FromTrs(new(0, 0, 3), new(v.X, v.Y, v.Z, Math.Cos(half)), new(1, 1, 1));
    }
}
