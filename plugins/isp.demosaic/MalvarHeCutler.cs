using SensorSim.Signals;

namespace SensorSim.Plugins.IspDemosaic;

/// <summary>
/// H. S. Malvar, L. He, R. Cutler, "High-quality linear interpolation for demosaicing of Bayer-patterned color images", ICASSP 2004: bilinear, corrected by
/// the curvature of the colour that the pixel has. Their eighths are kept.
/// </summary>
internal static class MalvarHeCutler
{
    public static Rgb At(Mosaic mosaic)
    {
        double own = mosaic.Sample(0, 0);
        double row = mosaic.Sample(-1, 0) + mosaic.Sample(1, 0), column = mosaic.Sample(0, -1) + mosaic.Sample(0, 1);
        double farRow = mosaic.Sample(-2, 0) + mosaic.Sample(2, 0), farColumn = mosaic.Sample(0, -2) + mosaic.Sample(0, 2);
        double corners = mosaic.Sample(-1, -1) + mosaic.Sample(1, -1) + mosaic.Sample(-1, 1) + mosaic.Sample(1, 1);
        double green = ((4 * own) + (2 * (row + column)) - (farRow + farColumn)) / 8;
        double ofRow = ((5 * own) + (4 * row) - corners - farRow + (0.5 * farColumn)) / 8;
        double ofColumn = ((5 * own) + (4 * column) - corners - farColumn + (0.5 * farRow)) / 8;
        double opposite = ((6 * own) + (2 * corners) - (1.5 * (farRow + farColumn))) / 8;
        int at = mosaic.Channel(0, 0), beside = mosaic.Channel(1, 0);
        return default(Rgb).Map((_, channel) =>
            channel == at ? own
            : channel == 1 ? green
            : at != 1 ? opposite
            : channel == beside ? ofRow : ofColumn);
    }
}
