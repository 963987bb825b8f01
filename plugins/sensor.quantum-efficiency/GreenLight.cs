namespace SensorSim.Plugins.SensorQuantumEfficiency;

/// <summary>Photons of a lux. A luminance says nothing of its spectrum, so all light counts as green of 555 nm, as in <c>camera.noise</c>.</summary>
internal static class GreenLight
{
    private const double PlanckJouleSeconds = 6.62607015e-34;
    private const double LightMetresPerSecond = 299792458;
    private const double LumensPerWatt = 683;
    private const double Metres = 555e-9;

    /// <summary>Photons per lx·s and µm²: λ/(h c · 683 lm/W) = 4091.</summary>
    public const double PhotonsPerLuxSecondUm2 = Metres / (PlanckJouleSeconds * LightMetresPerSecond * LumensPerWatt) * 1e-12;
}
