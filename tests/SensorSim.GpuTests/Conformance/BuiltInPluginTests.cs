using SensorSim.GpuTests.Sensors;
using SensorSim.Hosting.Conformance;
using SensorSim.Style;
using SensorSim.Tests.Sensors;

namespace SensorSim.GpuTests.Conformance;

/// <summary>The plugins that the project ships keep the promises that it asks of strangers.</summary>
public sealed class BuiltInPluginTests : GpuFixture
{
    // Styles need no device: the unit tests try them.
    private static IEnumerable<string> Ids => SensorBench.Catalog.Plugins.Values.Where(plugin => plugin.Instance is not StyleBackend).Select(plugin => plugin.Manifest.Id);

    [TestCaseSource(nameof(Ids))]
    public void KeepsItsPromises(string id)
    {
        ConformanceResult[] results = [.. ConformanceKit.Run(SensorBench.Catalog.Require(id), new(Device, GpuSensor.Shaders))];
        foreach (ConformanceResult result in results) TestContext.Out.WriteLine($"{result.Id}: {result.Measured} ({result.Tolerance}) {result.Outcome} {result.Note}");
        Assert.Multiple(() =>
        {
            Assert.That(results.Where(result => result.Outcome == ConformanceOutcome.Fail).Select(result => $"{result.Id}: {result.Measured} {result.Note}"), Is.Empty);
            Assert.That(results.Count(result => result.Outcome == ConformanceOutcome.Pass), Is.GreaterThanOrEqualTo(7));
        });
    }
}
