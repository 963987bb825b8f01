using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.AugmentSaltPepper;

/// <summary>Pixels drawn anew in each frame become white or black. An augmentation: no sensor does this.</summary>
public sealed class SaltPepperStage : PointwiseStage<SaltPepperParameters>
{
    public override SignalDomain Input => SignalDomain.DisplayRgb;

    public override SignalDomain Output => SignalDomain.DisplayRgb;

    public override string ShaderFile => "augment_salt_pepper.glsl";

    public override SaltPepperParameters WithoutNoise(SaltPepperParameters parameters) => parameters with { Amount = 0 };

    public override Rgb Reference(Rgb signal, in PixelSite site, SaltPepperParameters parameters)
    {
        double drawn = RandomStream.Uniform(site.Random.Draw(0).X);
        return drawn > parameters.Amount ? signal : drawn <= parameters.Amount * parameters.Salt ? new(1, 1, 1) : new(0, 0, 0);
    }
}
