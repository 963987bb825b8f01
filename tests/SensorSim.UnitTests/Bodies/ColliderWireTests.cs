using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Bodies;

namespace SensorSim.UnitTests.Bodies;

public sealed class ColliderWireTests
{
    private static readonly Pose s_at = new(new(1, 2, 3), Quaterniond.FromAxisAngle(Vector3d.UnitZ, 0.5));

    private static IEnumerable<TestCaseData> Colliders()
    {
        yield return Case(new SphereCollider(0.3), p => Math.Abs(p.Length - 0.3));
        yield return Case(new BoxCollider(new(0.2, 0.4, 0.6)), p => Math.Abs(Math.Abs(p.X) - 0.1) + Math.Abs(Math.Abs(p.Y) - 0.2) + Math.Abs(Math.Abs(p.Z) - 0.3));
        yield return Case(new CapsuleCollider(0.2, 1), p => Math.Abs((p - new Vector3d(0, Math.Clamp(p.Y, -0.5, 0.5), 0)).Length - 0.2));
        yield return Case(new CylinderCollider(0.2, 1), p => Math.Abs(Math.Sqrt((p.X * p.X) + (p.Z * p.Z)) - 0.2) + Math.Abs(Math.Abs(p.Y) - 0.5));
        yield return Case(new PlaneCollider(), p => Math.Abs(p.Y));
        yield return Case(new ConvexHullCollider([new(0, 0, 0), new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)], [[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]]), p => Math.Min(Math.Abs(p.X + p.Y + p.Z), Math.Abs(p.X + p.Y + p.Z - 1)));
    }

    [TestCaseSource(nameof(Colliders))]
    public void Lines_AreOnTheSurface(Collider collider, Func<Vector3d, double> distance)
    {
        (Vector3d From, Vector3d To)[] lines = [.. ColliderWire.Of(collider with { Pose = s_at })];
        Assert.That(lines, Is.Not.Empty);
        Assert.That(lines.SelectMany(line => new[] { line.From, line.To }).Select(point => distance(s_at.Inverse().Point(point))).Max(), Is.LessThan(1e-9));
    }

    [Test]
    public void ABox_HasTwelveEdges_AndATetrahedronSix()
    {
        Assert.That(ColliderWire.Of(new BoxCollider(new(1, 1, 1))).Count(), Is.EqualTo(12));
        Assert.That(ColliderWire.Of(new BoxCollider(new(1, 1, 1))).Select(line => (line.From - line.To).Length), Is.All.EqualTo(1));
        Assert.That(ColliderWire.Of(new ConvexHullCollider([new(0, 0, 0), new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)], [[0, 2, 1], [0, 1, 3], [0, 3, 2], [1, 2, 3]])).Count(), Is.EqualTo(6));
    }

    private static TestCaseData Case(Collider collider, Func<Vector3d, double> distance) => new TestCaseData(collider, distance).SetArgDisplayNames(collider.GetType().Name);
}
