using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Diagnostics.SelfTests;
using SensorSim.Vulkan;

namespace SensorSim.UnitTests.Diagnostics;

/// <summary>A device that lies is found out, whatever way it lies.</summary>
[TestFixture]
public sealed class SelfTestTests
{
    [TestCase(5.0, 5.0, 0, true)]
    [TestCase(5.0, 5.00004, 5e-5, true)]
    [TestCase(5.0, 5.00006, 5e-5, false)]
    [TestCase(0.0, 1.0, 0, false)]
    [TestCase(5.0, double.NaN, 1, false)]
    [TestCase(5.0, double.PositiveInfinity, 1, false)]
    public void Measurement_PassesWithinItsToleranceOnly(double expected, double measured, double tolerance, bool passed) =>
        Assert.That(new Measurement("depth, m", expected, measured, tolerance).Passed, Is.EqualTo(passed));

    [Test]
    public void OneWrongMeasurementAmongMany_CostsTheTrust()
    {
        SelfTestResult[] results = Run(new Device("honest", 1, 1), new Device("wrong", 1, 2), new Device("honest too", 3, 3));

        Assert.That(SelfTest.IsTrusted(results), Is.False);
        Assert.That(results.Where(result => !result.Passed).Select(result => result.Name), Is.EqualTo(new[] { "wrong" }));
    }

    [Test]
    public void CaseThatCannotFinish_IsAFailureAndTheOthersStillRun()
    {
        SelfTestResult[] results = Run(new Lost(), new Device("honest", 1, 1));

        Assert.That(results.Select(result => result.Passed), Is.EqualTo(new[] { false, true }));
        Assert.That(results[0].Error, Is.EqualTo("the device was lost"));
        Assert.That(SelfTest.IsTrusted(results), Is.False);
    }

    [Test]
    public void EverythingRight_IsTrusted() => Assert.That(SelfTest.IsTrusted(Run(new Device("honest", 1, 1))), Is.True);

    [Test]
    public void NothingMeasured_IsNotTrusted() => Assert.That(SelfTest.IsTrusted([]), Is.False);

    private static SelfTestResult[] Run(params ISelfTestCase[] cases) => [.. SelfTest.Run(new(null!, null!), cases)];

    private sealed class Device(string name, double expected, double measured) : ISelfTestCase
    {
        public string Name => name;

        public IEnumerable<Measurement> Measure(SelfTestBench bench) => [new("a number", expected, measured, 0.5)];
    }

    private sealed class Lost : ISelfTestCase
    {
        public string Name => "lost";

        public IEnumerable<Measurement> Measure(SelfTestBench bench) => throw new VulkanException("the device was lost");
    }
}
