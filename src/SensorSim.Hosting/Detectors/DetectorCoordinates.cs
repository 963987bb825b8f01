namespace SensorSim.Hosting.Detectors;

/// <summary>In what a network measures its boxes.</summary>
internal enum DetectorCoordinates
{
    /// <summary>Of the picture that it was given.</summary>
    Pixels,

    /// <summary>Shares of that picture's sides, 0 to 1.</summary>
    Relative,
}
