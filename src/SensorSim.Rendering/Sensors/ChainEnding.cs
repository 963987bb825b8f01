namespace SensorSim.Rendering.Sensors;

/// <summary>What the host does behind the last stage of a chain.</summary>
public enum ChainEnding
{
    /// <summary>Radiance: scaled so that the saturating exposure is 1, clamped, sRGB's curve, 8 bits.</summary>
    Expose,

    /// <summary>Linear RGB: clamped, sRGB's curve, 8 bits.</summary>
    Encode,

    /// <summary>sRGB-encoded already: 8 bits.</summary>
    Quantize,

    /// <summary>Digital numbers: 16 bits.</summary>
    Store,

    /// <summary>The variance of the noise instead of the signal: float32, in the unit of the last stage squared.</summary>
    Variance,

    /// <summary>The signal itself, as it is behind the shutter: float32, nit.</summary>
    Radiance,
}
