using SensorSim.Datasets.Labels;
using SensorSim.UnitTests.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Labels;

public class DepthScaleTests
{
    [TestCase(0.0, 0.001)]
    [TestCase(65.534, 0.001)]
    [TestCase(65.535, 0.002)]
    [TestCase(200.0, 0.005)]
    [TestCase(655.0, 0.01)]
    [TestCase(1e6, 20.0)]
    public void TheNextOfOneTwoFive(double diagonal, double scale) =>
        Assert.That(DepthScale.ForDiagonal(diagonal).MetresPerUnit, Is.EqualTo(scale));

    [Test]
    public void AnInfiniteSceneIsRefused([Values(double.NaN, double.PositiveInfinity, -1)] double diagonal) =>
        Assert.That(() => DepthScale.ForDiagonal(diagonal), Throws.TypeOf<ArgumentOutOfRangeException>());

    [TestCase(0f, 0)]
    [TestCase(-1f, 0)]
    [TestCase(float.NaN, 0)]
    [TestCase(float.PositiveInfinity, 0)]
    [TestCase(1f, 1000)]
    [TestCase(0.0001f, 1)]
    [TestCase(65.534f, 65534)]
    [TestCase(65.5351f, 65535)]
    [TestCase(1e30f, 65535)]
    public void CodesOfSingleDepths(float metres, int code) => Assert.That(new DepthScale(0.001).Quantise(metres), Is.EqualTo(code));

    [Test]
    public void HalvesGoToTheEvenCode()
    {
        var scale = new DepthScale(0.5);
        Assert.That(new[] { 0.25f, 0.75f, 1.25f, 1.75f }.Select(scale.Quantise), Is.EqualTo(new[] { 1, 2, 2, 4 }));
    }

    [Test]
    public void TheVectorPathAgreesWithSingleDepths([Values(0.001, 0.002, 0.005, 0.01)] double metresPerUnit)
    {
        var scale = new DepthScale(metresPerUnit);
        var random = new Random(5);
        float[] special = [0, -0f, -3, float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, float.MaxValue, 1e-9f];
        float[] metres = [.. special, .. Enumerable.Range(0, 4096).Select(i => i % 3 == 0 ? (float)((i + 0.5) * metresPerUnit) : (float)(random.NextDouble() * 70000 * metresPerUnit))];

        var plane = scale.Quantise(Planes.OfFloats(metres.Length, 1, 1, metres));

        Assert.That(plane.Bytes.ToArray(), Is.EqualTo(Planes.Of(metres.Length, 1, [.. metres.Select(scale.Quantise)]).Bytes.ToArray()));
    }
}
