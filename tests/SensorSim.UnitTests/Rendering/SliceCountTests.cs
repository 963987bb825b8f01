using System.Text.Json.Nodes;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Exposures;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;
using SensorSim.UnitTests.Cousins.Placement;

namespace SensorSim.UnitTests.Rendering;

/// <summary>Slices follow how far pixels move that are seen, two for each pixel of a long way.</summary>
public sealed class SliceCountTests
{
    private const double Focal = 100;
    private const double Seconds = 0.1;
    private const double Diagonal = 200;

    private static readonly CameraIntrinsics Image = CameraIntrinsics.Centred(160, 120, Focal);

    // Half a metre above a floor, the last row shows it at this depth.
    private static readonly double NearestFloorMetres = 0.5 * Focal / Image.Cy;

    [Test]
    public void OverALargeFloor_TheyFollowTheNearestVisiblePoint_ThoughAllCornersAreFarAway()
    {
        SlicedExposure exposure = Flying(ConvexPart.Box(new(0, -0.51, 0), new(100, 0.02, 100)), metres: 0.5);
        Assert.That(exposure.Count, Is.EqualTo(2 * Focal * 0.5 / NearestFloorMetres).Within(3).Percent);
    }

    [Test]
    public void ACornerJustBeforeTheCameraPlane_BesideTheImage_AddsNone()
    {
        SlicedExposure exposure = Flying(ConvexPart.Box(new(0, -0.51, 25.002), new(6, 0.02, 50)), metres: 0.5);
        Assert.That(exposure.Count, Is.EqualTo(2 * Focal * 0.5 / NearestFloorMetres).Within(3).Percent);
    }

    [Test]
    public void WithinARoom_TheyFollowItsWall()
    {
        SlicedExposure exposure = Flying(ConvexPart.Box(Vector3d.Zero, new(8, 6, 4)), metres: 0.8);
        Assert.That(exposure.Count, Is.EqualTo(2 * Focal * 0.8 / 2).Within(3).Percent);
    }

    [Test]
    public void OfAPlateThatTurns_TheyFollowThePixelFarthestFromItsAxis()
    {
        SlicedExposure exposure = Of(
            ConvexPart.Box(Vector3d.Zero, new(10, 10, 0.1)), share => Placed(new(0, 0, 2), Quaterniond.FromAxisAngle(Vector3d.UnitZ, 0.4 * share)), _ => Vector3d.Zero);
        Assert.That(exposure.Count, Is.EqualTo(2 * 0.4 * Math.Sqrt((Image.Cx * Image.Cx) + (Image.Cy * Image.Cy))).Within(3).Percent);
    }

    [Test]
    public void WhatComesIntoTheImage_IsCountedFromBothSides()
    {
        // The edge of a wall that fills the image: 50 pixels of way in eight steps, before the first of which ends it is not yet seen.
        SlicedExposure exposure = Of(ConvexPart.Box(new(-20, 0, 2.05), new(40, 40, 0.1)), share => Placed(new(-1.8 + share, 0, 0), Quaterniond.Identity), _ => Vector3d.Zero);
        Assert.That(exposure.Count, Is.EqualTo(Math.Ceiling(2 * 50 * 7.0 / 8)));
    }

    [Test]
    public void NoWayIsLongerThanTheDiagonal()
    {
        SlicedExposure exposure = Of(ConvexPart.Box(new(0, 0, 2), new(0.1, 0.1, 0.1)), share => Placed(new(4000 * (share - 0.5), 0, 0), Quaterniond.Identity), _ => Vector3d.Zero);
        Assert.That(exposure.Count, Is.EqualTo(2 * Diagonal));
    }

    [Test]
    public void WhatMovesOutsideTheImage_NeedsNone()
    {
        SlicedExposure exposure = Of(ConvexPart.Box(new(0, 0, 2), new(0.1, 0.1, 0.1)), share => Placed(new(4, share, 0), Quaterniond.Identity), _ => Vector3d.Zero);
        Assert.That(exposure.Count, Is.Zero);
    }

    // The camera slides to the right before something that stands still.
    private static SlicedExposure Flying(ConvexPart thing, double metres) => Of(thing, _ => Matrix4x4d.Identity, share => new(metres * (share - 0.5), 0, 0));

    // Looks along +Z. Share: of the exposure, 0 to 1.
    private static SlicedExposure Of(ConvexPart thing, Func<double, Matrix4x4d> pose, Func<double, Vector3d> camera)
    {
        Node node = new("thing", null, Matrix4x4d.Identity, 0, null, null, null, InScene: true);
        var scene = new Scene("test", [node, node with { Name = "camera", Mesh = null }], [new Solid(thing).ToMesh("thing")], [], [], [], [], []);
        var motion = new Sliding(share => [pose(share), Placed(camera(share), Quaterniond.Identity)]);
        var instance = new SceneInstance(
            scene, 0, motion.At(0).NodeToWorld, [], [], EnvironmentLight.None, new Dictionary<string, JsonNode?>(StringComparer.Ordinal)) { Motion = motion };
        Matrix4x4d looking = Matrix4x4d.FromAxes(-Vector3d.UnitX, -Vector3d.UnitY, Vector3d.UnitZ, Vector3d.Zero);
        return new(instance, new(at => new("camera", Image, at.NodeToWorld[1] * looking), new(0, Seconds, 0, 1, 100), null));
    }

    private static Matrix4x4d Placed(in Vector3d translation, in Quaterniond rotation) => Matrix4x4d.FromTrs(translation, rotation, new(1, 1, 1));

    private sealed class Sliding(Func<double, Matrix4x4d[]> poses) : ISceneMotion
    {
        public bool Moves => true;

        public IReadOnlySet<int> MovingNodes => new HashSet<int> { 0, 1 };

        public ScenePose At(double seconds) => new(poses(seconds / Seconds), () => new Dictionary<int, DeformedMesh>());
    }
}
