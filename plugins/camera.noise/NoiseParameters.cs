namespace SensorSim.Plugins.CameraNoise;

/// <summary>Defaults: Sony IMX477 at gain 1 (strollswithmydog.com); its dark current and efficiency are typical values, not measured ones.</summary>
public sealed record NoiseParameters : ICheckedParameters
{
    [Parameter("Side of a square pixel", Unit = "um", Min = 0.1, Max = 100)]
    public double PixelPitchUm { get; init; } = 1.55;

    [Parameter("Electrons per photon, colour filter included", Unit = "e-/photon", Min = 0.001, Max = 1)]
    public double QuantumEfficiency { get; init; } = 0.5;

    [Parameter("Charge at which a pixel is full", Unit = "e-", Min = 1, Max = 1e8)]
    public double FullWellElectrons { get; init; } = 8180;

    [Parameter("Standard deviation of the read noise", Unit = "e-", Min = 0, Max = 1e5)]
    public double ReadNoiseElectrons { get; init; } = 3;

    [Parameter("Dark current at the reference temperature", Unit = "e-/s", Min = 0, Max = 1e6)]
    public double DarkCurrentElectronsPerSecond { get; init; } = 0.5;

    [Parameter("Temperature that the dark current is given for", Unit = "degC", Min = -100, Max = 200)]
    public double DarkCurrentReferenceC { get; init; } = 25;

    [Parameter("Temperature of the sensor", Unit = "degC", Min = -100, Max = 200)]
    public double TemperatureC { get; init; } = 25;

    [Parameter("Warming that doubles the dark current", Unit = "K", Min = 1, Max = 100)]
    public double DoublingKelvin { get; init; } = 8;

    [Parameter("System gain at ISO 100; other speeds scale it", Unit = "DN/e-", Min = 1e-4, Max = 1e4)]
    public double GainDnPerElectron { get; init; } = 0.47;

    [Parameter("Digital number of no light", Unit = "DN", Min = 0, Max = 65535)]
    public double BlackLevelDn { get; init; } = 256;

    [Parameter("Resolution of the converter", Unit = "bit", Min = 1, Max = 16)]
    public int Bits { get; init; } = 12;

    [Parameter("False leaves the charge at its mean: the noise-free twin of a frame, together with read_noise_electrons: 0")]
    public bool ShotNoise { get; init; } = true;

    public IEnumerable<ParameterError> Check() => ThermalDoubling.Check(TemperatureC, DarkCurrentReferenceC, DoublingKelvin);
}
