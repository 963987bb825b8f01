namespace SensorSim.Plugins.LightPwm;

public sealed record PwmParameters
{
    [Parameter("Pulses per second", Unit = "Hz", Min = 0.01, Max = 1e6)]
    public double FrequencyHz { get; init; } = 200;

    [Parameter("Share of a period that the lamp is on", Min = 0, Max = 1)]
    public double Duty { get; init; } = 0.5;

    [Parameter("Share of a period by which the pulses are shifted to earlier times; 0: a pulse begins with the episode", Min = -1, Max = 1)]
    public double Phase { get; init; }
}
