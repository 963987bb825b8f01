namespace SensorSim.Plugins.IspJpeg;

/// <summary>How many of the colour samples are kept.</summary>
public enum JpegChroma
{
    /// <summary>All: 4:4:4.</summary>
    Full,

    /// <summary>One for two by two pixels: 4:2:0.</summary>
    Half,
}
