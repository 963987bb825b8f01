using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspSharpen;

/// <summary>Unsharp masking of the encoded picture, x + a (x − Gaussian * x), as one kernel; clamped to 0..1.</summary>
public sealed class SharpenStage : NeighbourhoodStage<SharpenParameters>
{
    public override SignalDomain Input => SignalDomain.DisplayRgb;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "isp_sharpen.glsl";

    /// <inheritdoc cref="UnsharpKernel.Octant"/>
    public override IReadOnlyList<double> Coefficients(SharpenParameters parameters) => UnsharpKernel.Octant(parameters);

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, SharpenParameters parameters)
    {
        var sum = default(Rgb);
        (int x, int y, int i) = (site.X, site.Y, 0);
        for (int a = 0; i < site.Coefficients.Count; a++)
        {
            for (int b = 0; b <= a; b++, i++)
            {
                Rgb eight = image.At(x + a, y + b) + image.At(x - a, y + b) + image.At(x + a, y - b) + image.At(x - a, y - b)
                    + image.At(x + b, y + a) + image.At(x - b, y + a) + image.At(x + b, y - a) + image.At(x - b, y - a);
                sum += site.Coefficients[i] * eight;
            }
        }

        return sum.Map((value, _) => Math.Clamp(value, 0, 1));
    }
}
