using SensorSim.Plugins;

namespace SensorSim.UnitTests.Conformance;

internal sealed record FlawedStyleParameters
{
    [Parameter("Factor of every sample", Min = 0, Max = 1)]
    public double Gain { get; init; } = 0.5;

    [Parameter("Anything")]
    public string Prompt { get; init; } = "a street at night";
}
