using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;

namespace SensorSim.UnitTests.Bodies;

public sealed class SurroundingSolidTests
{
    private static readonly Vector3d[] s_corners = [.. Enumerable.Range(0, 8).Select(i => new Vector3d(i & 1, (i >> 1) & 1, (i >> 2) & 1))];

    // Outwards, the top (y = 1) last.
    private static readonly int[] s_faces = [0, 1, 5, 0, 5, 4, 0, 2, 3, 0, 3, 1, 4, 5, 7, 4, 7, 6, 0, 4, 6, 0, 6, 2, 1, 3, 7, 1, 7, 5, 2, 6, 7, 2, 7, 3];

    private static IReadOnlyList<Vector3d> Cube(Vector3d at = default, int faces = 12, bool isInsideOut = false) =>
        [.. Enumerable.Range(0, faces).SelectMany(face => isInsideOut ? new[] { 0, 2, 1 } : [0, 1, 2], (face, corner) => s_corners[s_faces[(3 * face) + corner]] + at)];

    [Test]
    public void Closed_Convex_Parts_Are_Solids_And_Stay_Apart()
    {
        IReadOnlyList<Collider> colliders = SurroundingSolid.Of([.. Cube(), .. Cube(new(3, 0, 0))]);

        Assert.That(colliders.Cast<BoxCollider>().Select(box => (box.Size, box.Pose.Position)), Is.EqualTo(new[] { (new Vector3d(1, 1, 1), new Vector3d(0.5, 0.5, 0.5)), (new(1, 1, 1), new(3.5, 0.5, 0.5)) }));
    }

    [Test]
    public void What_Is_Open_Above_Stays_Open()
    {
        BoxCollider[] walls = [.. SurroundingSolid.Of(Cube(faces: 10)).Cast<BoxCollider>()];

        Assert.That(walls, Has.Length.EqualTo(5));
        Assert.That(walls.Select(wall => new[] { wall.Size.X, wall.Size.Y, wall.Size.Z }.Min()), Is.All.EqualTo(0.05).Within(1e-9));
    }

    [Test]
    public void A_Room_Seen_From_Inside_Is_Not_Filled()
    {
        BoxCollider[] walls = [.. SurroundingSolid.Of(Cube(isInsideOut: true)).Cast<BoxCollider>()];

        Assert.That(walls, Has.Length.EqualTo(6));
        Assert.That(walls.Select(wall => Math.Max(Math.Abs(wall.Pose.Position.X - 0.5), Math.Max(Math.Abs(wall.Pose.Position.Y - 0.5), Math.Abs(wall.Pose.Position.Z - 0.5)))), Is.All.EqualTo(0.525).Within(1e-9), "behind their faces");
    }

    [Test]
    public void A_Sheet_Has_Its_Thickness_Behind_Its_Face()
    {
        var floor = (BoxCollider)SurroundingSolid.Of([new(0, 0, 0), new(0, 0, 2), new(2, 0, 2), new(0, 0, 0), new(2, 0, 2), new(2, 0, 0)]).Single();

        Assert.That((floor.Size, floor.Pose.Position), Is.EqualTo((new Vector3d(2, 0.05, 2), new Vector3d(1, -0.025, 1))).Using<(Vector3d Size, Vector3d At)>((a, b) => (a.Size - b.Size).Length < 1e-9 && (a.At - b.At).Length < 1e-9));
    }

    [Test]
    public void A_Sheet_With_A_Corner_Cut_Out_Keeps_It_Open() => Assert.That(
        SurroundingSolid.Of([new(0, 0, 0), new(0, 0, 2), new(0.5, 0, 0.5), new(0, 0, 0), new(0.5, 0, 0.5), new(2, 0, 0)]), Has.Count.EqualTo(2).And.All.InstanceOf<ConvexHullCollider>());
}
