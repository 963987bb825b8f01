namespace SensorSim.Datasets.Preservation;

/// <summary>A box in an image.</summary>
/// <param name="Left">Pixels; the left side.</param>
/// <param name="Top">Pixels; the upper side.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Category">Only boxes of one category are compared.</param>
public sealed record DetectedBox(double Left, double Top, double Width, double Height, int Category = 0)
{
    /// <summary>Area in both / area in either, 0 to 1.</summary>
    public double Overlap(DetectedBox other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double width = Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left);
        double height = Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top);
        double both = Math.Max(0, width) * Math.Max(0, height), either = (Width * Height) + (other.Width * other.Height) - both;
        return either > 0 ? both / either : 0;
    }
}
