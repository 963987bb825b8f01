using SensorSim.Style;

namespace SensorSim.Video.Controls;

/// <summary>
/// What Cosmos-Transfer calls vis: a picture without its texture. It is made smaller (by area), blurred (bilateral: 30 pixels, σ 150 codes and 100 pixels), made as large as it was, and once more made smaller and larger (cubic), so
/// that only large shapes and colours are left. Rounded to 8 bits after each step, as there.
/// </summary>
public static class BlurControl
{
    private const int Diameter = 30;
    private const double SigmaColor = 150;
    private const double SigmaSpace = 100;

    /// <param name="picture">8 bits.</param>
    /// <param name="strength">Smaller by 1, 4, 2, 1, 4 before the blur, and by 4, 4, 10, 16, 16 after it.</param>
    public static VideoFrame Of(VideoFrame picture, ControlStrength strength)
    {
        ArgumentNullException.ThrowIfNull(picture);
        (int before, int after) = strength switch
        {
            ControlStrength.VeryLow => (1, 4),
            ControlStrength.Low => (4, 4),
            ControlStrength.Medium => (2, 10),
            ControlStrength.High => (1, 16),
            _ => (4, 16),
        };
        VideoFrame small = Resized(picture, picture.Width / before, picture.Height / before, ResizeFilter.Area);
        VideoFrame smooth = Resized(BilateralFilter.Of(small, Diameter, SigmaColor, SigmaSpace), picture.Width, picture.Height, ResizeFilter.Triangle);
        VideoFrame coarse = Resized(smooth, picture.Width / after, picture.Height / after, ResizeFilter.Cubic);
        return Resized(coarse, picture.Width, picture.Height, ResizeFilter.Cubic);
    }

    private static VideoFrame Resized(VideoFrame picture, int width, int height, ResizeFilter filter)
    {
        (int w, int h) = (Math.Max(1, width), Math.Max(1, height));
        return w == picture.Width && h == picture.Height ? picture : VideoFrame.Of(picture.ToStyleImage().Resized(w, h, filter));
    }
}
