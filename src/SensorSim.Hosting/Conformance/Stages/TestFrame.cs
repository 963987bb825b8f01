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
    /// <summary>Of a rolling shutter, when its first row opens: no whole number of periods of usual mains, and none of a second.</summary>
    public const double RollingStartSeconds = 0.3719;

    /// <summary>Of a rolling shutter: such that the rows of a picture see a kilohertz, a hundred hertz and a megahertz at unlike phases.</summary>
    public const double RowTimeSeconds = 37.31e-6;

    /// <summary>A hundredth of a second at f/2, all rows at once from the episode's beginning on, or row by row later.</summary>
    public static TestFrame Of(SignalImage light, double iso = 100, uint step = 0, string sensor = "conformance", bool rolling = false) => new(
        new(
            light.Width, light.Height, Exposure.Physical(rolling ? RollingStartSeconds : 0, 0.01, rolling ? RowTimeSeconds : 0, 2, iso), [.. Enumerable.Repeat(1.0, light.Height)],
            RandomKey.ForFrames(7, 0, "conformance"), RandomKey.ForSensor(sensor), step),
        light);
}
