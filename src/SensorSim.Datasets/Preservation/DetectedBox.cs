namespace SensorSim.Datasets.Preservation;

/// <summary>A box in an image: what a detector found, or what labels say is there.</summary>
/// <param name="Category">Its name; only boxes of one category are compared.</param>
/// <param name="Left">Pixels from the picture's left side.</param>
/// <param name="Top">Pixels from its upper side.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record DetectedBox(string Category, double Left, double Top, double Width, double Height)
{
    /// <summary>How certain it is, 0 to 1; labels are.</summary>
    public double Score { get; init; } = 1;

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
