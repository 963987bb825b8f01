namespace SensorSim.Hosting.Detectors;

/// <summary>A box that a detector found.</summary>
/// <param name="Category">By the detector's list of names.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Left">Pixels from the picture's left side.</param>
/// <param name="Top">Pixels from its upper side.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
public sealed record Detection(string Category, double Score, double Left, double Top, double Width, double Height)
{
    /// <summary>Area in both / area in either, 0 to 1.</summary>
    public double Overlap(Detection other)
    {
        ArgumentNullException.ThrowIfNull(other);
        double width = Math.Min(Left + Width, other.Left + other.Width) - Math.Max(Left, other.Left);
        double height = Math.Min(Top + Height, other.Top + other.Height) - Math.Max(Top, other.Top);
        double both = Math.Max(0, width) * Math.Max(0, height), either = (Width * Height) + (other.Width * other.Height) - both;
        return either > 0 ? both / either : 0;
    }
}
