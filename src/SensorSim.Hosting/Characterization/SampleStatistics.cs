namespace SensorSim.Hosting.Characterization;

/// <summary>Mean and variances of samples at one level of light.</summary>
/// <param name="MeanDn">Mean.</param>
/// <param name="TemporalVarianceDn">From frame to frame, DN².</param>
/// <param name="SpatialVarianceDn">From sample to sample, without temporal noise, DN².</param>
public readonly record struct SampleStatistics(double MeanDn, double TemporalVarianceDn, double SpatialVarianceDn);
