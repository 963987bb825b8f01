namespace SensorSim.Signals;

/// <summary>How many samples a pixel has.</summary>
public enum SampleLayout
{
    /// <summary>Three: red, green and blue at one place.</summary>
    Rgb,

    /// <summary>One, behind the pixel's own colour filter. Images hold it in the first channel; the others are 0.</summary>
    Mosaic,
}
