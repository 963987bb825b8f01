namespace SensorSim.Hosting.Characterization;

/// <summary>What a camera is described by; null where nothing is known or asked for.</summary>
/// <param name="GainDnPerElectron">System gain, DN/e-.</param>
/// <param name="ReadNoiseElectrons">Standard deviation, e-.</param>
/// <param name="FullWellElectrons">Charge at which a pixel is full, e-.</param>
/// <param name="PrnuPercent">Photo-response non-uniformity at half saturation, %.</param>
/// <param name="DsnuElectrons">Dark-signal non-uniformity without exposure, e-.</param>
/// <param name="BlackLevelDn">Mean of dark frames without exposure, DN.</param>
public sealed record CameraFigures(
    double? GainDnPerElectron, double? ReadNoiseElectrons, double? FullWellElectrons, double? PrnuPercent, double? DsnuElectrons, double? BlackLevelDn)
{
    /// <summary>In the order of <see cref="CameraFigure.All"/>.</summary>
    public IReadOnlyList<double?> Values => [GainDnPerElectron, ReadNoiseElectrons, FullWellElectrons, PrnuPercent, DsnuElectrons, BlackLevelDn];
}
