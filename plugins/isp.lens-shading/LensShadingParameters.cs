namespace SensorSim.Plugins.IspLensShading;

/// <summary>Gain 1 + k1 r² + k2 r⁴ + k3 r⁶, where r is 1 in the image's corners. The defaults correct nothing: the numbers belong to a lens.</summary>
public sealed record LensShadingParameters
{
    [Parameter("Part of r² in the gain, r = 1 in the corners", Min = -100, Max = 100)]
    public double K1 { get; init; }

    [Parameter("Part of r⁴", Min = -100, Max = 100)]
    public double K2 { get; init; }

    [Parameter("Part of r⁶", Min = -100, Max = 100)]
    public double K3 { get; init; }
}
