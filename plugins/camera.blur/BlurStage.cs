using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.CameraBlur;

/// <summary>A separable Gaussian point spread function on the radiance layers: light is spread before any row integrates it.</summary>
public sealed class BlurStage : NeighbourhoodStage<BlurParameters>
{
    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "camera_blur.glsl";

    /// <summary>Along rows, then along columns.</summary>
    public override int Passes => 2;

    /// <summary>Centre and right half of the kernel.</summary>
    public override IReadOnlyList<double> Coefficients(BlurParameters parameters) => GaussianKernel.Half(parameters.SigmaPx);

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, BlurParameters parameters)
    {
        IReadOnlyList<double> kernel = site.Coefficients;
        int dx = pass == 0 ? 1 : 0, dy = 1 - dx;
        Rgb sum = kernel[0] * image.At(site.X, site.Y);
        for (int i = 1; i < kernel.Count; i++)
        {
            sum += kernel[i] * (image.At(site.X - (i * dx), site.Y - (i * dy)) + image.At(site.X + (i * dx), site.Y + (i * dy)));
        }

        return sum;
    }
}
