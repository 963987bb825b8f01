using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.AugmentGaussianNoise;

/// <summary>x + N(0, σ) of the encoded picture. An augmentation: no sensor does this.</summary>
public sealed class GaussianNoiseStage : PointwiseStage<GaussianNoiseParameters>
{
    public override SignalDomain Input => SignalDomain.DisplayRgb;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "augment_gaussian_noise.glsl";

    public override GaussianNoiseParameters WithoutNoise(GaussianNoiseParameters parameters) => parameters with { Sigma = 0 };

    public override Rgb Reference(Rgb signal, in PixelSite site, GaussianNoiseParameters parameters)
    {
        UInt4 bits = site.Random.Draw(0);
        return signal.Map((value, channel) =>
        {
            uint word = parameters.Grey || channel == 0 ? bits.X : channel == 1 ? bits.Y : bits.Z;
            return Math.Clamp(value + (parameters.Sigma * NormalSampler.Draw(word)), 0, 1);
        });
    }
}
