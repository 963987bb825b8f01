namespace SensorSim.Plugins.LightMains;

public sealed record MainsParameters
{
    [Parameter("Frequency of the mains; the light flickers at twice this", Unit = "Hz", Min = 1, Max = 1000)]
    public double MainsHz { get; init; } = 50;

    [Parameter("Depth: (brightest - darkest) / (brightest + darkest) for a sinusoid; 0 is steady", Min = 0, Max = 1)]
    public double Modulation { get; init; } = 1;

    [Parameter("Phase of the flicker at the start of the episode", Unit = "rad", Min = -1000, Max = 1000)]
    public double Phase { get; init; }

    [Parameter("sinusoid: a resistive lamp's power; rectified_sine: |sin|, a full-wave rectified driver")]
    public MainsShape Shape { get; init; }

    [Parameter("Harmonics of the rectified sine that are kept; a sinusoid has one", Min = 1, Max = 16)]
    public int Harmonics { get; init; } = 3;
}
