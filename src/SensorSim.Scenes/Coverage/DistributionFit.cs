namespace SensorSim.Scenes.Coverage;

/// <summary>
/// Samples against a declared distribution. The probability holds for independent samples; strategies that spread samples evenly come closer
/// than chance would, covering arrays further from unequal weights.
/// </summary>
/// <param name="Test">"kolmogorov_smirnov" or "chi_square".</param>
/// <param name="Statistic">D, the largest distance of the cumulative functions; or chi-square.</param>
/// <param name="PValue">How likely independent draws from the declared distribution are at least so far from it, from 0 to 1.</param>
/// <param name="Samples">How many were compared.</param>
/// <param name="IsReliable">Whether the samples suffice for the approximation of the probability.</param>
public sealed record DistributionFit(string Test, double Statistic, double PValue, int Samples, bool IsReliable);
