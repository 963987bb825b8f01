using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

/// <summary>A warmer light, or a colder one.</summary>
internal sealed class WarmthBackend : StyleBackend<WarmthParameters>
{
    public override StyleNature Nature => StyleNature.Statistical;

    public override IStyleTransfer Prepare(WarmthParameters parameters, StyleRequest request) => new WarmthTransfer(parameters);
}
