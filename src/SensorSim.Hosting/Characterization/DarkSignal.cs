using System.Globalization;

namespace SensorSim.Hosting.Characterization;

/// <summary>What dark current leaves in a black level: frames of one exposure cannot tell the two apart, those of several can.</summary>
/// <param name="ExposuresSeconds">Of the dark frames, different ones, in ascending order; none where they are not given.</param>
public sealed record DarkSignal(IReadOnlyList<double> ExposuresSeconds)
{
    /// <summary>The black level is that of no exposure.</summary>
    public bool IsTakenOut => ExposuresSeconds.Count > 1;

    /// <summary>For a person: part of a sentence about the black level.</summary>
    public string Words => IsTakenOut
        ? string.Create(CultureInfo.InvariantCulture, $"without dark signal: extrapolated to no exposure from dark frames of {ExposuresSeconds.Count} exposures, {ExposuresSeconds[0]:G4} to {ExposuresSeconds[^1]:G4} s")
        : ExposuresSeconds.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"with the dark signal of {ExposuresSeconds[0]:G4} s in it, the only exposure of the dark frames")
            : "with the dark signal of the dark frames' exposure in it, which is not given";
}
