namespace SensorSim.Datasets;

/// <summary>How the edges of a picture agree with those of depth, ids and normals; each 0 to 1.</summary>
/// <param name="Precision1">Share of the picture's edges within 1 pixel of a label's.</param>
/// <param name="Precision2">The same within 2 pixels.</param>
/// <param name="Recall1">Share of the labels' edges within 1 pixel of one of the picture's.</param>
/// <param name="Recall2">The same within 2 pixels.</param>
public sealed record EdgeAgreementRecord(double Precision1, double Precision2, double Recall1, double Recall2);
