namespace SensorSim.Signals;

/// <summary>What the numbers of an image mean. A chain is refused when neighbours do not fit.</summary>
public enum SignalDomain
{
    /// <summary>Scene radiance before the shutter: the steady layer and the flicker layers, in nit (cd/m²) per channel, Rec. 709.</summary>
    RadianceLayers,

    /// <summary>Radiance averaged over each row's exposure window, nit per channel.</summary>
    Radiance,

    /// <summary>Mean photo-electrons per pixel and exposure.</summary>
    MeanElectrons,

    /// <summary>Collected electrons, integers.</summary>
    Electrons,

    /// <summary>Digital numbers of the analogue-to-digital converter, integers with black level.</summary>
    RawDn,

    /// <summary>Linear RGB, 1 = white.</summary>
    LinearRgb,

    /// <summary>sRGB-encoded, 0 to 1.</summary>
    DisplayRgb,
}
