using SensorSim.Style;

namespace SensorSim.Plugins.StyleMatch;

/// <summary>Gives frames the sharpness and the noise that real images have on average. Both are measured in the picture, too, so that only what is missing is added.</summary>
public sealed class MatchBackend : StyleBackend<MatchParameters>
{
    public override StyleNature Nature => StyleNature.Statistical;

    public override StyleTargetUse Target => StyleTargetUse.Required;

    public override IStyleTransfer Prepare(MatchParameters parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new MatchTransfer(parameters, request);
    }
}
