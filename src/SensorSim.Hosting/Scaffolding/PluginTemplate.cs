namespace SensorSim.Hosting.Scaffolding;

/// <summary>What a new plugin begins as.</summary>
public enum PluginTemplate
{
    /// <summary>A sensor stage that looks at one sample at a time.</summary>
    Sample,

    /// <summary>A sensor stage that looks at a pixel's red, green and blue.</summary>
    Pointwise,

    /// <summary>A colour filter array.</summary>
    Mosaic,

    /// <summary>A sensor stage that reads the image around each pixel.</summary>
    Neighbourhood,

    /// <summary>A lens.</summary>
    Lens,

    /// <summary>A light waveform.</summary>
    Light,

    /// <summary>A physics backend.</summary>
    Physics,

    /// <summary>A style backend.</summary>
    Style,
}
