using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>How the host computes a stage that looks at one pixel at a time.</summary>
public interface IPointwiseStage
{
    /// <summary>The pixel, in double precision.</summary>
    Rgb ReferenceOf(Rgb signal, in PixelSite site, object parameters);

    /// <summary>Variance of the noise behind the stage, in double precision.</summary>
    Rgb VarianceOf(Rgb signal, Rgb variance, in PixelSite site, object parameters);
}
