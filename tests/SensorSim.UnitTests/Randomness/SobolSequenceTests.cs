using SensorSim.Randomness;

namespace SensorSim.UnitTests.Randomness;

/// <summary>The sequence is stratified in every axis and in pairs of axes, and its mean is that of the cube.</summary>
public sealed class SobolSequenceTests
{
    [Test]
    public void AlignedRuns_FillEveryPartOfEachAxisOnce([Values(0, 1, 2, 3)] int dimension, [Values(4, 16, 256)] int length, [Values(1u, 0x9E3779B9u)] uint seed)
    {
        for (uint first = 0; first < 1024; first += (uint)length)
        {
            int[] parts = [.. Enumerable.Range(0, length).Select(i => (int)(length * SobolSequence.Coordinate(first + (uint)i, dimension, seed)))];
            Assert.That(parts, Is.Unique.And.All.InRange(0, length - 1));
        }
    }

    [Test]
    public void FirstTwoAxes_FillEverySquareOnce([Values(3u, 77u)] uint seed)
    {
        var squares = Enumerable.Range(0, 256)
            .Select(i => ((int)(16 * SobolSequence.Coordinate((uint)i, 0, seed)), (int)(16 * SobolSequence.Coordinate((uint)i, 1, seed + 1))));
        Assert.That(squares, Is.Unique);
    }

    [Test]
    public void AnotherSeed_GivesOtherPoints() =>
        Assert.That(SobolSequence.Coordinate(5, 2, 1), Is.Not.EqualTo(SobolSequence.Coordinate(5, 2, 2)));

    [Test]
    public void ProductsOfAxes_HaveTheirMean()
    {
        for (int a = 0; a < 8; a++)
        {
            for (int b = 0; b < a; b++)
            {
                double mean = Enumerable.Range(0, 4096)
                    .Average(i => SobolSequence.Coordinate((uint)i, a, 11) * SobolSequence.Coordinate((uint)i, b, 23));

                // Independent random points would be within 0.0035 one time in three.
                Assert.That(mean, Is.EqualTo(0.25).Within(5e-4), $"axes {a} and {b}");
            }
        }
    }

    [Test]
    public void TheSequenceBeginsAsPublished()
    {
        // The first points that Joe and Kuo print for ten dimensions, in the order of the Gray code.
        double[][] published =
        [
            [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
            [0.75, 0.25, 0.25, 0.25, 0.75, 0.75, 0.25, 0.75, 0.75, 0.75],
            [0.25, 0.75, 0.75, 0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25],
            [0.375, 0.375, 0.625, 0.875, 0.375, 0.125, 0.375, 0.875, 0.875, 0.625],
        ];
        for (uint i = 0; i < published.Length; i++)
        {
            Assert.That(Enumerable.Range(0, 10).Select(dimension => SobolSequence.Point(i ^ (i >> 1), dimension) / 4294967296.0), Is.EqualTo(published[i]), $"point {i}");
        }
    }

    [Test]
    public void EveryDimensionFillsEachDyadicIntervalOnce()
    {
        for (int dimension = 0; dimension < SobolSequence.Dimensions; dimension++)
        {
            Assert.That(Enumerable.Range(0, 256).Select(i => SobolSequence.Point((uint)i, dimension) >> 24).Distinct().Count(), Is.EqualTo(256), $"dimension {dimension}");
        }
    }
}
