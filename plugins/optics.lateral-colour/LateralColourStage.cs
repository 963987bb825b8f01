using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.OpticsLateralColour;

/// <summary>
/// What green shows at a distance r from the middle, red and blue show at m·r. Read between pixels linearly: the sharpest interpolation that keeps ramps, and with
/// them the places of things, and never makes negative light, as sharper ones do beside a lamp.
/// </summary>
public sealed class LateralColourStage : NeighbourhoodStage<LateralColourParameters>
{
    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "optics_lateral_colour.glsl";

    /// <summary>How much farther from the middle, in parts of the distance, red and blue are read.</summary>
    public override IReadOnlyList<double> Coefficients(LateralColourParameters parameters) =>
        [(1 / parameters.RedMagnification) - 1, (1 / parameters.BlueMagnification) - 1];

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, LateralColourParameters parameters) =>
        new(Between(image, site, site.Coefficients[0]).R, image[site.X, site.Y].G, Between(image, site, site.Coefficients[1]).B);

    private static Rgb Between(SignalImage image, in PixelSite site, double farther)
    {
        double dx = (site.X - ((site.Width - 1) / 2.0)) * farther, dy = (site.Y - ((site.Height - 1) / 2.0)) * farther;
        int x = site.X + (int)Math.Floor(dx), y = site.Y + (int)Math.Floor(dy);
        (double u, double v) = (dx - Math.Floor(dx), dy - Math.Floor(dy));
        Rgb above = ((1 - u) * image.At(x, y)) + (u * image.At(x + 1, y)), below = ((1 - u) * image.At(x, y + 1)) + (u * image.At(x + 1, y + 1));
        return ((1 - v) * above) + (v * below);
    }
}
