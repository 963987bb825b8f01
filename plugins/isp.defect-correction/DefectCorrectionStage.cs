using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspDefectCorrection;

/// <summary>
/// Of the eight nearest samples behind the same filter (two pixels away), a sample may be above all but one or below all but one by the threshold; beyond
/// that it takes their median. All but one, because that one may be defective too.
/// </summary>
public sealed class DefectCorrectionStage : NeighbourhoodStage<DefectCorrectionParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override SampleLayout? InputLayout => SampleLayout.Mosaic;

    public override string ShaderFile => "isp_defect_correction.glsl";

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, DefectCorrectionParameters parameters)
    {
        double own = image[site.X, site.Y].R, allowed = parameters.Threshold * (site.Range.WhiteLevel - site.Range.BlackLevel);
        double[] sorted = Neighbours(image, site.X, site.Y);
        Array.Sort(sorted);
        bool standsOut = own > sorted[6] + allowed || own < sorted[1] - allowed;
        return new(standsOut ? (sorted[3] + sorted[4]) / 2 : own, 0, 0);
    }

    private static double[] Neighbours(SignalImage image, int x, int y)
    {
        int left = Mirror(x - 2, image.Width), right = Mirror(x + 2, image.Width), above = Mirror(y - 2, image.Height), below = Mirror(y + 2, image.Height);
        (int X, int Y)[] places = [(left, above), (x, above), (right, above), (left, y), (right, y), (left, below), (x, below), (right, below)];
        return [.. places.Select(place => image.At(place.X, place.Y).R)];
    }

    private static int Mirror(int at, int length) => at < 0 ? -at : at >= length ? (2 * (length - 1)) - at : at;
}
