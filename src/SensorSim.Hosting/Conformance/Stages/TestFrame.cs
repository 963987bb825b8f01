using SensorSim.Randomness;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>A frame to run a stage on.</summary>
/// <param name="Frame">When, how, and with which random numbers.</param>
/// <param name="Light">What it shows.</param>
internal sealed record TestFrame(SensorFrame Frame, SignalImage Light)
{
    /// <summary>A hundredth of a second at f/2.</summary>
    public static TestFrame Of(SignalImage light, double iso = 100, uint step = 0, string sensor = "conformance") => new(
        new(
            light.Width, light.Height, Exposure.Physical(0, 0.01, 0, 2, iso), [.. Enumerable.Repeat(1.0, light.Height)],
            RandomKey.ForFrames(7, 0, "conformance"), RandomKey.ForSensor(sensor), step),
        light);
}
