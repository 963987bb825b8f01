namespace SensorSim.Hosting.Characterization;

/// <summary>What the procedure of EMVA 1288 found.</summary>
/// <param name="Fitted">The figures.</param>
/// <param name="Curve">The photon transfer curve, from dark to beyond saturation, of the first plane.</param>
/// <param name="Dark">Its dark point.</param>
/// <param name="DarkCurrentElectronsPerSecond">From the dark series.</param>
/// <param name="IsQuantizationLimited">Whether read noise is below what the standard can tell from rounding.</param>
/// <param name="FullWellIso">Speed at which the well, and not the converter, was full; null where the converter always clipped first.</param>
public sealed record CharacterizedCamera(
    CameraFigures Fitted,
    IReadOnlyList<TransferPoint> Curve,
    TransferPoint Dark,
    double DarkCurrentElectronsPerSecond,
    bool IsQuantizationLimited,
    double? FullWellIso);
