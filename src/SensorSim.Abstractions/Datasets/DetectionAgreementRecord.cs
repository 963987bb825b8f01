namespace SensorSim.Datasets;

/// <summary>How the boxes that a detector finds agree with those of the labels, at an intersection over union of 0.5; each 0 to 1.</summary>
/// <param name="PrecisionBefore">Share of the boxes found before that are a label's.</param>
/// <param name="RecallBefore">Share of the labels that were found before.</param>
/// <param name="PrecisionAfter">The same of the restyled picture.</param>
/// <param name="RecallAfter">The same of the restyled picture.</param>
public sealed record DetectionAgreementRecord(double PrecisionBefore, double RecallBefore, double PrecisionAfter, double RecallAfter)
{
    /// <summary>Recall before minus after: above 0, the detector finds less.</summary>
    public double RecallDrop => RecallBefore - RecallAfter;

    /// <summary>Precision before minus after.</summary>
    public double PrecisionDrop => PrecisionBefore - PrecisionAfter;
}
