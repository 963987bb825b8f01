using SensorSim.Hosting.Diagnostics.SelfTests;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Diagnostics;

/// <summary>Asks a device for things with known answers, to tell whether its frames can be trusted.</summary>
public static class SelfTest
{
    /// <summary>From the machine room upwards: a failure explains those after it.</summary>
    public static IReadOnlyList<ISelfTestCase> Cases { get; } =
    [
        new MemoryCase(),
        new RandomNumbersCase(),
        new LabelsCase(),
        new FurnaceCase(),
        new SensorCase(),
    ];

    /// <summary>Runs every case; one that throws is a result, and the others still run.</summary>
    public static IEnumerable<SelfTestResult> Run(SelfTestBench bench, IReadOnlyList<ISelfTestCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        return cases.SelectMany(test => Run(bench, test));
    }

    /// <summary>True when every case ran and measured what it should.</summary>
    public static bool IsTrusted(IReadOnlyCollection<SelfTestResult> results) => results.Count > 0 && results.All(result => result.Passed);

    private static IReadOnlyList<SelfTestResult> Run(SelfTestBench bench, ISelfTestCase test)
    {
        try
        {
            return [.. test.Measure(bench).Select(measurement => new SelfTestResult(test.Name, measurement, null))];
        }
        catch (Exception failure) when (failure is VulkanException or ShaderCompilationException or PluginException or SensorChainException)
        {
            return [new(test.Name, null, failure.Message)];
        }
    }
}
