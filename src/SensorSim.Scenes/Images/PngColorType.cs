namespace SensorSim.Scenes.Images;

/// <summary>PNG's colour types, with the numbers of the specification.</summary>
public enum PngColorType
{
    Grayscale = 0,
    Truecolor = 2,
    Indexed = 3,
    GrayscaleAlpha = 4,
    TruecolorAlpha = 6,
}
