using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>How the host computes a colour filter array.</summary>
public interface IMosaicStage
{
    /// <summary>Which filter each pixel has.</summary>
    FilterPattern FiltersOf(object parameters);

    /// <summary>The sample, in double precision.</summary>
    double ReferenceOf(Rgb signal, in PixelSite site, object parameters);
}
