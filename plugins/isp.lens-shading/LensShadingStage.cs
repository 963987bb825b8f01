using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.IspLensShading;

/// <summary>DN above black times a radial gain, clipped to the white level: what was saturated stays so, in all colours.</summary>
public sealed class LensShadingStage : SampleStage<LensShadingParameters>
{
    public override SignalDomain Input => SignalDomain.RawDn;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "isp_lens_shading.glsl";

    public override double Reference(double signal, in SampleSite site, LensShadingParameters parameters)
    {
        PixelSite pixel = site.Pixel;
        double width = pixel.Width, height = pixel.Height, x = (2 * pixel.X) + 1 - width, y = (2 * pixel.Y) + 1 - height;
        double r2 = ((x * x) + (y * y)) / ((width * width) + (height * height));
        double more = r2 * (parameters.K1 + (r2 * (parameters.K2 + (r2 * parameters.K3))));
        return Math.Min(signal + (more * (signal - pixel.Range.BlackLevel)), pixel.Range.WhiteLevel);
    }
}
