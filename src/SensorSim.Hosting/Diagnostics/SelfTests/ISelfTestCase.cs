namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>Something with a known answer that a device is asked to do.</summary>
public interface ISelfTestCase
{
    /// <summary>One or two words: "random numbers".</summary>
    string Name { get; }

    /// <summary>Does it on the bench's device.</summary>
    IEnumerable<Measurement> Measure(SelfTestBench bench);
}
