using SensorSim.Datasets.Preservation;
using SensorSim.Style;

namespace SensorSim.Hosting.Detectors;

/// <summary>A picture as a network gets it, and the way back from the network's pixels.</summary>
/// <param name="Picture">At the network's size.</param>
/// <param name="ScaleX">Pixels of the network for one of the picture.</param>
/// <param name="ScaleY">Pixels of the network for one of the picture.</param>
/// <param name="Left">Where the picture begins.</param>
/// <param name="Top">Where the picture begins.</param>
internal sealed record DetectorFrame(StyleImage Picture, double ScaleX, double ScaleY, int Left, int Top)
{
    private const float Grey = 114 / 255f;

    /// <summary>Scaled, or scaled and bordered.</summary>
    public static DetectorFrame Of(StyleImage picture, DetectorDeclaration declaration)
    {
        if (declaration is not { Width: { } width, Height: { } height })
        {
            return new(picture, 1, 1, 0, 0);
        }

        if (declaration.Fit == DetectorFit.Resize)
        {
            return new(picture.Resized(width, height), (double)width / picture.Width, (double)height / picture.Height, 0, 0);
        }

        double scale = Math.Min((double)width / picture.Width, (double)height / picture.Height);
        StyleImage scaled = picture.Resized(Math.Max(1, (int)Math.Round(picture.Width * scale)), Math.Max(1, (int)Math.Round(picture.Height * scale)));
        (int left, int top) = ((width - scaled.Width) / 2, (height - scaled.Height) / 2);
        return new(Bordered(scaled, width, height, left, top), (double)scaled.Width / picture.Width, (double)scaled.Height / picture.Height, left, top);
    }

    /// <summary>A box of the network as one of a picture of that size, cut at its sides.</summary>
    public DetectedBox ToPicture(DetectedBox box, int width, int height)
    {
        double left = Math.Clamp((box.Left - Left) / ScaleX, 0, width), right = Math.Clamp((box.Left + box.Width - Left) / ScaleX, 0, width);
        double top = Math.Clamp((box.Top - Top) / ScaleY, 0, height), bottom = Math.Clamp((box.Top + box.Height - Top) / ScaleY, 0, height);
        return box with { Left = left, Top = top, Width = right - left, Height = bottom - top };
    }

    private static StyleImage Bordered(StyleImage picture, int width, int height, int left, int top)
    {
        var bordered = new StyleImage(width, height);
        bordered.Samples.Fill(Grey);
        for (int y = 0; y < picture.Height; y++)
        {
            picture.Samples.Slice(3 * y * picture.Width, 3 * picture.Width).CopyTo(bordered.Samples[(3 * (((top + y) * width) + left))..]);
        }

        return bordered;
    }
}
