namespace SensorSim.Scenes.Images;

/// <summary>What a PNG file says about itself before any pixel is decoded.</summary>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="BitDepth">Bits of one sample: 1, 2, 4, 8 or 16.</param>
/// <param name="ColorType">As in the file.</param>
/// <param name="HasTransparency">There is a tRNS chunk: a transparent colour, or alpha for the palette.</param>
public readonly record struct PngHeader(int Width, int Height, int BitDepth, PngColorType ColorType, bool HasTransparency)
{
    /// <summary>Channels of the decoded pixels: a palette is looked up, and transparency becomes an alpha channel.</summary>
    public int Channels => (ColorType, HasTransparency) switch
    {
        (PngColorType.Grayscale, false) => 1,
        (PngColorType.Grayscale, true) or (PngColorType.GrayscaleAlpha, _) => 2,
        (PngColorType.Truecolor or PngColorType.Indexed, false) => 3,
        _ => 4,
    };
}
