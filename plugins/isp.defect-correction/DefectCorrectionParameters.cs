namespace SensorSim.Plugins.IspDefectCorrection;

public sealed record DefectCorrectionParameters
{
    [Parameter("How far a sample must stand out, as a part of the span from black to white", Min = 0, Max = 1)]
    public double Threshold { get; init; } = 0.05;
}
