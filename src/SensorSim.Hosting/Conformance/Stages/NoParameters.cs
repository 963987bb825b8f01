namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>Of probes that have none.</summary>
internal sealed record NoParameters;
