namespace SensorSim.Plugins.IspSrgb;

/// <summary>The standard leaves nothing to choose.</summary>
public sealed record SrgbParameters;
