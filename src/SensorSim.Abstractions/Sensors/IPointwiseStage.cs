using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>How the host computes a stage that looks at one pixel at a time.</summary>
public interface IPointwiseStage
{
    /// <summary>The pixel, in double precision.</summary>
    Rgb ReferenceOf(Rgb signal, in PixelSite site, object parameters);
}
