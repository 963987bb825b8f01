namespace SensorSim.Hosting.Characterization;

/// <summary>One level of light on the photon transfer curve.</summary>
/// <param name="MeanDn">Mean of the samples.</param>
/// <param name="VarianceDn">Temporal variance, DN².</param>
public readonly record struct TransferPoint(double MeanDn, double VarianceDn);
