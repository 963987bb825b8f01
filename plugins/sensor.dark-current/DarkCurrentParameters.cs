namespace SensorSim.Plugins.SensorDarkCurrent;

/// <summary>Dark current of Sony's IMX477 is not published: 0.5 e-/s is a typical value. Nothing differs between pixels unless asked for.</summary>
public sealed record DarkCurrentParameters : ICheckedParameters
{
    [Parameter("Mean dark current at the reference temperature", Unit = "e-/s", Min = 0, Max = 1e6)]
    public double DarkCurrentElectronsPerSecond { get; init; } = 0.5;

    [Parameter("Temperature that the dark currents are given for", Unit = "degC", Min = -100, Max = 200)]
    public double DarkCurrentReferenceC { get; init; } = 25;

    [Parameter("Temperature of the sensor", Unit = "degC", Min = -100, Max = 200)]
    public double TemperatureC { get; init; } = 25;

    [Parameter("Warming that doubles the dark current", Unit = "K", Min = 1, Max = 100)]
    public double DoublingKelvin { get; init; } = 8;

    [Parameter("Standard deviation of the pixels' dark currents at the reference temperature", Unit = "e-/s", Min = 0, Max = 1e6)]
    public double DsnuElectronsPerSecond { get; init; }

    [Parameter("How dark currents are spread: normal (cut at 0) or lognormal")]
    public DarkCurrentSpread Spread { get; init; } = DarkCurrentSpread.Normal;

    [Parameter("Share of hot pixels, at fixed places", Min = 0, Max = 1)]
    public double HotShare { get; init; }

    [Parameter("Median of what a hot pixel has more, at the reference temperature", Unit = "e-/s", Min = 0, Max = 1e6)]
    public double HotElectronsPerSecond { get; init; } = 100;

    [Parameter("Standard deviation of the natural logarithm of what hot pixels have more: their tail", Min = 0, Max = 3)]
    public double HotLogSpread { get; init; } = 1;

    public IEnumerable<ParameterError> Check() => ThermalDoubling.Check(TemperatureC, DarkCurrentReferenceC, DoublingKelvin);
}
