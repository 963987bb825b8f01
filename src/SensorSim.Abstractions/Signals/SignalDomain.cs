namespace SensorSim.Signals;

/// <summary>What the numbers of an image mean, in the order of light. A chain is refused when neighbours do not fit.</summary>
public enum SignalDomain
{
    /// <summary>Scene radiance before the shutter: the steady layer and the flicker layers, in nit (cd/m²) per channel, Rec. 709.</summary>
    RadianceLayers,

    /// <summary>Radiance averaged over each row's exposure window, nit per channel.</summary>
    Radiance,

    /// <summary>Irradiance of the focal plane, collected over the exposure: lx·s per channel.</summary>
    Irradiance,

    /// <summary>Mean photo-electrons per sample and exposure.</summary>
    MeanElectrons,

    /// <summary>Collected electrons; noise of the readout may make them negative.</summary>
    Electrons,

    /// <summary>Digital numbers: real ones behind a gain, integers with black level behind the analogue-to-digital converter.</summary>
    RawDn,

    /// <summary>Linear RGB, 1 = white.</summary>
    LinearRgb,

    /// <summary>sRGB-encoded, 0 to 1.</summary>
    DisplayRgb,
}
