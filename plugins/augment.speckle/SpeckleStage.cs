using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.AugmentSpeckle;

/// <summary>x · (1 + N(0, σ)) of the encoded picture. An augmentation: no sensor does this.</summary>
public sealed class SpeckleStage : PointwiseStage<SpeckleParameters>
{
    public override SignalDomain Input => SignalDomain.DisplayRgb;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "augment_speckle.glsl";

    public override SpeckleParameters WithoutNoise(SpeckleParameters parameters) => parameters with { Sigma = 0 };

    public override Rgb Reference(Rgb signal, in PixelSite site, SpeckleParameters parameters)
    {
        UInt4 bits = site.Random.Draw(0);
        return signal.Map((value, channel) =>
            Math.Clamp(value * (1 + (parameters.Sigma * NormalSampler.Draw(channel == 0 ? bits.X : channel == 1 ? bits.Y : bits.Z))), 0, 1));
    }
}
