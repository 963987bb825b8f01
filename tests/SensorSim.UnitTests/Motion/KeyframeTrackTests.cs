using SensorSim.Scenes.Model;

namespace SensorSim.UnitTests.Motion;

/// <summary>Tracks follow the interpolations of glTF 2.0, appendix C.</summary>
public sealed class KeyframeTrackTests
{
    private static readonly float[] Times = [1, 2, 4];

    [TestCase(0, 10)]
    [TestCase(1, 10)]
    [TestCase(1.999, 10)]
    [TestCase(2, 20)]
    [TestCase(3.5, 20)]
    [TestCase(4, -5)]
    [TestCase(9, -5)]
    public void Step_HoldsTheEarlierKeyframe(double seconds, double expected) =>
        Assert.That(At(new(Times, [10, 20, -5], 1, Interpolation.Step, false), seconds)[0], Is.EqualTo(expected));

    [TestCase(0, 10)]
    [TestCase(1.25, 12.5)]
    [TestCase(2, 20)]
    [TestCase(3, 7.5)]
    [TestCase(5, -5)]
    public void Linear_IsAStraightLine(double seconds, double expected) =>
        Assert.That(At(new(Times, [10, 20, -5], 1, Interpolation.Linear, false), seconds)[0], Is.EqualTo(expected).Within(1e-12));

    [Test]
    public void LinearRotation_TurnsAtConstantSpeed_TheShorterWay([Values(1, -1)] int sign, [Values(0.1, 0.5, 0.8)] double t)
    {
        float half = MathF.Sqrt(0.5f) * sign;
        double[] q = At(new([0, 1], [0, 0, 0, 1, 0, half, 0, half], 4, Interpolation.Linear, true), t);
        Assert.That(2 * Math.Atan2(q[1], q[3]) * 180 / Math.PI, Is.EqualTo(90 * t).Within(1e-4));
    }

    [Test]
    public void LinearRotation_BetweenEqualKeyframes_IsThatRotation() =>
        Assert.That(At(new([0, 1], [0, 0.6f, 0, 0.8f, 0, 0.6f, 0, 0.8f], 4, Interpolation.Linear, true), 0.3), Is.EqualTo(new[] { 0, 0.6, 0, 0.8 }).Within(1e-7));

    [Test]
    public void CubicSpline_ReproducesACubic()
    {
        // f(s) = s³ − 2s: value and slope at s = 1 and s = 3; tangents are per second.
        var track = new KeyframeTrack([1, 3], [0, -1, 1, 25, 21, 0], 1, Interpolation.CubicSpline, false);
        for (double s = 1; s <= 3; s += 0.125)
        {
            Assert.That(At(track, s)[0], Is.EqualTo((s * s * s) - (2 * s)).Within(1e-9), $"s = {s}");
        }
    }

    [Test]
    public void CubicSpline_BeforeAndAfter_HoldsTheValues() => Assert.Multiple(() =>
    {
        var track = new KeyframeTrack([1, 3], [7, -1, 1, 25, 21, 9], 1, Interpolation.CubicSpline, false);
        Assert.That(At(track, 0)[0], Is.EqualTo(-1));
        Assert.That(At(track, 3)[0], Is.EqualTo(21));
    });

    private static double[] At(KeyframeTrack track, double seconds)
    {
        double[] value = new double[track.Components];
        track.Sample(seconds, value);
        return value;
    }
}
