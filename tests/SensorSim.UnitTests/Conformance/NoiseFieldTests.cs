using SensorSim.Hosting.Conformance.Stages;

namespace SensorSim.UnitTests.Conformance;

/// <summary>Whatever chance makes of a field, what rows and columns share is found as such.</summary>
public sealed class NoiseFieldTests
{
    private const int Side = 128;

    [TestCase(0.0, 0.0, 1.0)]
    [TestCase(1.0, 0.0, 0.0)]
    [TestCase(0.0, 1.0, 0.0)]
    [TestCase(1.0, 1.0, 0.0)]
    [TestCase(0.3, 2.0, 1.0, Description = "weak rows under strong columns")]
    public void IndependentNumbers_HaveNothingToDoWithTheirNeighbours(double rows, double columns, double pixels)
    {
        double[] worst = [.. Enumerable.Range(0, 300).Select(seed => Of(seed, rows, columns, pixels).DependenceOfNeighbours())];
        Assert.That(worst.Max(), Is.LessThan(5.5), "five fields in each of three hundred, in standard errors");
    }

    [TestCase(1.0, 0.0, 0.0)]
    [TestCase(0.0, 1.0, 0.0)]
    [TestCase(0.0, 0.0, 1.0)]
    public void EachIsFoundWhereItIs(double rows, double columns, double pixels)
    {
        NoiseField field = Of(7, rows, columns, pixels);
        Assert.That((field.Rows.Length > 0, field.Columns.Length > 0, field.Pixels.Length > 0), Is.EqualTo((rows > 0, columns > 0, pixels > 0)));
    }

    // One random number for the whole picture is no noise of pixels.
    [TestCase(0.0)]
    [TestCase(0.5)]
    public void ANumberThatAllPixelsShare_IsADependence(double pixels)
    {
        var random = new Random(3);
        float[] values = [.. Enumerable.Range(0, Side * Side).Select(_ => (float)(1 + (pixels * Normal(random))))];
        Assert.That(NoiseField.Between(values, new float[Side * Side], Side, 1).DependenceOfNeighbours(), Is.GreaterThan(50));
    }

    private static NoiseField Of(int seed, double rows, double columns, double pixels)
    {
        var random = new Random(seed);
        double[] ofRows = [.. Enumerable.Range(0, Side).Select(_ => rows * Normal(random))], ofColumns = [.. Enumerable.Range(0, Side).Select(_ => columns * Normal(random))];
        float[] values = [.. Enumerable.Range(0, Side * Side).Select(i => (float)(ofRows[i / Side] + ofColumns[i % Side] + (pixels * Normal(random))))];
        return NoiseField.Between(values, new float[Side * Side], Side, 1);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
