using SensorSim.Signals;

namespace SensorSim.Plugins.IspDemosaic;

/// <summary>The samples around a pixel. Beyond the border the image is mirrored about its outermost pixels, which keeps the pattern.</summary>
internal readonly struct Mosaic(SignalImage image, FilterPattern filters, int x, int y)
{
    /// <summary>Two green filters on one diagonal, red and blue on the other.</summary>
    public bool IsBayer => IsGreenAndRedBlue(filters.TopLeft, filters.BottomRight, filters.TopRight, filters.BottomLeft)
        || IsGreenAndRedBlue(filters.TopRight, filters.BottomLeft, filters.TopLeft, filters.BottomRight);

    public double Sample(int dx, int dy) => image.At(Mirror(x + dx, image.Width), Mirror(y + dy, image.Height)).R;

    /// <summary>Channel that a sample counts for: 0 red, 1 green or clear, 2 blue.</summary>
    public int Channel(int dx, int dy) => filters.At(x + dx, y + dy) is FilterColor.Clear ? 1 : (int)filters.At(x + dx, y + dy);

    private static bool IsGreenAndRedBlue(FilterColor a, FilterColor b, FilterColor c, FilterColor d) =>
        a == FilterColor.Green && b == FilterColor.Green
        && (c, d) is (FilterColor.Red, FilterColor.Blue) or (FilterColor.Blue, FilterColor.Red);

    private static int Mirror(int at, int length) => at < 0 ? -at : at >= length ? (2 * (length - 1)) - at : at;
}
