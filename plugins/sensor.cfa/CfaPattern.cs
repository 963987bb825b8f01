namespace SensorSim.Plugins.SensorCfa;

/// <summary>Two by two filters: top left, top right, bottom left, bottom right.</summary>
public enum CfaPattern
{
    Rggb,

    Bggr,

    Grbg,

    Gbrg,

    /// <summary>Red, clear, clear, blue.</summary>
    Rccb,

    /// <summary>All clear.</summary>
    Mono,
}
