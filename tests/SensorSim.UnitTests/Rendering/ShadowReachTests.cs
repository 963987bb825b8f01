using SensorSim.Geometry;
using SensorSim.Randomness;
using SensorSim.Rendering.Exposures;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Rendering;

/// <summary>Where the shadow of a box may fall holds every point that the box hides from the lamp.</summary>
public sealed class ShadowReachTests
{
    private const int Points = 12000;

    private static readonly Bounds Scene = new(new(-5, 0, -5), new(5, 4, 5));
    private static readonly Bounds Caster = new(new(-0.3, 1, -0.2), new(0.2, 1.4, 0.5));

    [TestCase(LightKind.Directional, 0.0, 1.0, 0.0)]
    [TestCase(LightKind.Directional, 0.7, 0.4, -0.2)]
    [TestCase(LightKind.Point, 1.0, 3.0, 0.5)]
    [TestCase(LightKind.Spot, -2.0, 2.0, 1.0)]
    [TestCase(LightKind.Point, 0.0, 1.8, 0.0)]
    public void HoldsEveryPointThatTheBoxHides(LightKind kind, double x, double y, double z)
    {
        Matrix4x4d pose = Towards(new(x, y, z), Vector3d.Zero);
        IReadOnlyList<Bounds> reach = ShadowReach.Of(Caster, new Light { Kind = kind }, pose, Scene)!;
        int hidden = 0, missed = 0;
        for (uint i = 0; i < Points; i++)
        {
            Vector3d point = PointIn(Scene, i), toLamp = kind == LightKind.Directional ? 100 * pose.ColumnZ : pose.Translation - point;
            if (Meets(Caster, point, toLamp))
            {
                hidden++;
                missed += reach.Any(box => Holds(box, point)) ? 0 : 1;
            }
        }

        Assert.Multiple(() =>
        {
            Assert.That(hidden, Is.GreaterThan(10));
            Assert.That(missed, Is.Zero);
            Assert.That(Enumerable.Range(0, Points).Count(i => reach.Any(box => Holds(box, PointIn(Scene, (uint)i)))), Is.LessThan(Points / 2), "not everywhere");
        });
    }

    [Test]
    public void ShadowOfALampWithinTheBox_FallsAnywhere() =>
        Assert.That(ShadowReach.Of(Caster, new Light { Kind = LightKind.Point }, Matrix4x4d.FromTranslation(Caster.Centre), Scene), Is.Null);

    private static Matrix4x4d Towards(Vector3d from, Vector3d target)
    {
        Vector3d back = (from - target).Normalized(), right = Vector3d.Cross(Math.Abs(back.Y) < 0.9 ? Vector3d.UnitY : Vector3d.UnitX, back).Normalized();
        return Matrix4x4d.FromAxes(right, Vector3d.Cross(back, right), back, from);
    }

    private static Vector3d PointIn(in Bounds box, uint index)
    {
        Vector3d size = box.Max - box.Min;
        return box.Min + new Vector3d(SobolSequence.Coordinate(index, 0, 1) * size.X, SobolSequence.Coordinate(index, 1, 2) * size.Y, SobolSequence.Coordinate(index, 2, 3) * size.Z);
    }

    private static bool Holds(in Bounds box, in Vector3d p) =>
        p.X >= box.Min.X && p.Y >= box.Min.Y && p.Z >= box.Min.Z && p.X <= box.Max.X && p.Y <= box.Max.Y && p.Z <= box.Max.Z;

    // Of the way from a point, from 0 to 1.
    private static bool Meets(in Bounds box, in Vector3d from, in Vector3d way)
    {
        double first = 0, last = 1;
        foreach ((double start, double step, double min, double max) in ((double, double, double, double)[])
            [(from.X, way.X, box.Min.X, box.Max.X), (from.Y, way.Y, box.Min.Y, box.Max.Y), (from.Z, way.Z, box.Min.Z, box.Max.Z)])
        {
            double a = (min - start) / step, b = (max - start) / step;
            (first, last) = step == 0
                ? (start >= min && start <= max ? first : 2, last)
                : (Math.Max(first, Math.Min(a, b)), Math.Min(last, Math.Max(a, b)));
        }

        return first <= last;
    }
}
