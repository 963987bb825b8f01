using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.CameraNoise;

/// <summary>
/// The linear camera of EMVA 1288: light → Poisson(signal + dark) → full well → + read noise → gain and black level → rounded
/// and clipped digital numbers. Charge clips before read noise is added, and read noise may push a dark pixel below black.
/// </summary>
public sealed class NoiseStage : PointwiseStage<NoiseParameters>
{
    private const uint ShotNoiseBlock = 0;
    private const uint ReadNoiseBlock = 1;

    public override SignalDomain Input => SignalDomain.Radiance;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "camera_noise.glsl";

    /// <summary>e- per lx·s, and dark e- per second at the sensor's temperature.</summary>
    public override IReadOnlyList<double> Coefficients(NoiseParameters parameters) =>
        [parameters.ElectronsPerLuxSecond(), parameters.DarkElectronsPerSecond()];

    public override double? SaturationLuxSeconds(NoiseParameters parameters, double iso) =>
        parameters.SaturationElectrons(iso) / parameters.ElectronsPerLuxSecond();

    public override SignalRange Range(NoiseParameters parameters, double iso, SignalRange before) =>
        new(parameters.BlackLevelDn, parameters.BlackLevelDn + (parameters.Gain(iso) * parameters.SaturationElectrons(iso)));

    public override bool HasVariance => true;

    public override NoiseParameters WithoutNoise(NoiseParameters parameters) => parameters with { ShotNoise = false, ReadNoiseElectrons = 0 };

    /// <summary>That of charge that is not clipped, of the readout and of rounding; nothing of numbers that are clipped.</summary>
    public override Rgb Variance(Rgb signal, Rgb variance, in PixelSite site, NoiseParameters parameters)
    {
        PixelSite here = site;
        return signal.Map((nit, _) =>
        {
            double mean = MeanElectrons(nit, here), gain = parameters.Gain(here.Exposure.Iso);
            double charge = parameters.ShotNoise && mean < parameters.FullWellElectrons ? mean : 0;
            double dn = (gain * Math.Min(mean, parameters.FullWellElectrons)) + parameters.BlackLevelDn;
            return dn <= parameters.WhiteDn() ? (gain * gain * (charge + (parameters.ReadNoiseElectrons * parameters.ReadNoiseElectrons))) + (1.0 / 12) : 0;
        });
    }

    public override Rgb Reference(Rgb signal, in PixelSite site, NoiseParameters parameters)
    {
        UInt4 shot = site.Random.Draw(ShotNoiseBlock), read = site.Random.Draw(ReadNoiseBlock);
        return new(
            Digitize(signal.R, shot.X, read.X, site, parameters),
            Digitize(signal.G, shot.Y, read.Y, site, parameters),
            Digitize(signal.B, shot.Z, read.Z, site, parameters));
    }

    private static double MeanElectrons(double nit, in PixelSite site) =>
        (nit > 0 ? nit * site.Exposure.LuxSecondsPerNit * site.Coefficients[0] : 0) + (site.Coefficients[1] * site.Exposure.DurationSeconds);

    private static double Digitize(double nit, uint shot, uint read, in PixelSite site, NoiseParameters p)
    {
        double mean = MeanElectrons(nit, site);
        double electrons = p.ShotNoise ? PoissonSampler.Draw(shot, mean) : mean;
        electrons = Math.Min(electrons, p.FullWellElectrons) + (p.ReadNoiseElectrons * NormalSampler.Draw(read));
        double dn = Math.Floor((p.Gain(site.Exposure.Iso) * electrons) + p.BlackLevelDn + 0.5);
        return Math.Clamp(dn, 0, p.WhiteDn());
    }
}
