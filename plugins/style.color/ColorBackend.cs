using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

/// <summary>Gives frames the colours of real images: of all of them together, so that every frame gets the same. What is taken from them is taken once.</summary>
public sealed class ColorBackend : StyleBackend<ColorParameters>
{
    public override StyleNature Nature => StyleNature.Statistical;

    public override StyleTargetUse Target => StyleTargetUse.Required;

    public override IStyleTransfer Prepare(ColorParameters parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(request);
        IColorMap map = parameters.Method switch
        {
            ColorMethod.Reinhard => new ReinhardMap(request.Targets),
            ColorMethod.Mkl => new MongeKantorovichMap(request.Targets),
            ColorMethod.Histogram => TransportMap.Histogram(request.Targets),
            _ => TransportMap.Sliced(request.Targets, parameters.Rounds, request.Seed),
        };
        return new ColorTransfer(map, parameters.Strength);
    }
}
