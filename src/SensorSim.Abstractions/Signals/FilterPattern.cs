namespace SensorSim.Signals;

/// <summary>The colour filters of a mosaic: two by two pixels that repeat from the image's top left.</summary>
/// <param name="TopLeft">Filter of even rows and even columns.</param>
/// <param name="TopRight">Of even rows and odd columns.</param>
/// <param name="BottomLeft">Of odd rows and even columns.</param>
/// <param name="BottomRight">Of odd rows and odd columns.</param>
public sealed record FilterPattern(FilterColor TopLeft, FilterColor TopRight, FilterColor BottomLeft, FilterColor BottomRight)
{
    /// <summary>Filter of a pixel.</summary>
    public FilterColor At(int x, int y) => ((y & 1) << 1 | (x & 1)) switch
    {
        0 => TopLeft,
        1 => TopRight,
        2 => BottomLeft,
        _ => BottomRight,
    };
}
