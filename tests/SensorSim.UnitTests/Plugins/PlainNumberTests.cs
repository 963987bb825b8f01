using SensorSim.Plugins;

namespace SensorSim.UnitTests.Plugins;

[TestFixture]
public sealed class PlainNumberTests
{
    [TestCase(0, "0")]
    [TestCase(-0.25, "-0.25")]
    [TestCase(1e-7, "0.0000001")]
    [TestCase(-1.5e-9, "-0.0000000015")]
    [TestCase(1e8, "100000000")]
    [TestCase(1e-12, "1e-12")]
    [TestCase(2.5e20, "2.5e20")]
    [TestCase(0.1 + 0.2, "0.30000000000000004")]
    public void Numbers_ReadAsAPersonWritesThem(double value, string text) => Assert.That(PlainNumber.Text(value), Is.EqualTo(text));
}
