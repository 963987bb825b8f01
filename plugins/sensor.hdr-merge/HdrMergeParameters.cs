namespace SensorSim.Plugins.SensorHdrMerge;

/// <summary>
/// Captures from the most sensitive to the one that saturates last; each table has one number for each. Defaults: Sony's IMX490 (ISETCam, sensorCreateIMX490.m): a large
/// and a small photodiode, each read at conversion gains of 200 and 49 uV/e-, 12 bits. Its gains in DN are not published: the low one lets the large photodiode just fit.
/// </summary>
public sealed record HdrMergeParameters : ICheckedParameters
{
    private const int Most = 8;

    [Parameter("Electrons of each capture for one of the mean in front of the stage: ratios of exposure time, or of photodiodes", Unit = "e-/e-", Min = 1e-6, Max = 1e3, MaxCount = Most)]
    public IReadOnlyList<double> Sensitivities { get; init; } = [1, 1, 0.1, 0.1];

    [Parameter("Number of the charge that each capture reads: captures with one number read the same electrons, at several conversion gains", Min = 0, Max = Most - 1, MaxCount = Most)]
    public IReadOnlyList<double> Charges { get; init; } = [0, 0, 1, 1];

    [Parameter("Gain of each capture, conversion and amplifier", Unit = "DN/e-", Min = 1e-4, Max = 1e4, MaxCount = Most)]
    public IReadOnlyList<double> GainsDnPerElectron { get; init; } = [0.694, 0.17, 0.694, 0.17];

    [Parameter("Read noise of each capture, standard deviation", Unit = "e-", Min = 0, Max = 1e5, MaxCount = Most)]
    public IReadOnlyList<double> ReadNoisesElectrons { get; init; } = [0.83, 3.05, 0.83, 2.96];

    [Parameter("Charge at which each capture's pixel is full", Unit = "e-", Min = 1, Max = 1e8, MaxCount = Most)]
    public IReadOnlyList<double> FullWellsElectrons { get; init; } = [22000, 22000, 7900, 7900];

    [Parameter("Black level of each capture and of the merged number", Unit = "DN", Min = 0, Max = 1e5)]
    public double MergeBlackDn { get; init; } = 64;

    [Parameter("Resolution of the converter that reads the captures", Unit = "bit", Min = 4, Max = 16)]
    public int CaptureBits { get; init; } = 12;

    [Parameter("Share of its saturation from which on a capture fades out for the next", Min = 0, Max = 0.99)]
    public double FadeFrom { get; init; } = 0.75;

    [Parameter("Share of its saturation where it is out", Min = 0.01, Max = 1)]
    public double FadeTo { get; init; } = 0.9;

    [Parameter("False leaves the charges at their means")]
    public bool Poisson { get; init; } = true;

    public IEnumerable<ParameterError> Check()
    {
        int count = Sensitivities.Count;
        if (count == 0)
        {
            yield return new("sensitivities", "\"sensitivities\" is empty; expected a number for each capture.");
        }

        (string Name, int Count)[] tables =
        [
            ("charges", Charges.Count), ("gains_dn_per_electron", GainsDnPerElectron.Count),
            ("read_noises_electrons", ReadNoisesElectrons.Count), ("full_wells_electrons", FullWellsElectrons.Count),
        ];
        foreach ((string name, int given) in tables.Where(table => table.Count != count))
        {
            yield return new(name, $"\"{name}\" has {given} numbers and \"sensitivities\" {count}; expected one for each capture in both.");
        }

        if (FadeTo <= FadeFrom)
        {
            yield return new("fade_to", "\"fade_to\" is not above \"fade_from\"; expected a larger share: a capture fades out while its signal grows.");
        }

        if (tables.All(table => table.Count == count) && new Captures(this).Problem is { } problem)
        {
            yield return problem;
        }
    }
}
