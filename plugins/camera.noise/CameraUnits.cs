namespace SensorSim.Plugins.CameraNoise;

/// <summary>Quantities derived from the parameters.</summary>
internal static class CameraUnits
{
    private const double PlanckJouleSeconds = 6.62607015e-34;
    private const double LightMetresPerSecond = 299792458;
    private const double LumensPerWatt = 683;
    private const double GreenMetres = 555e-9;

    /// <summary>Photons of 555 nm per lx·s and µm²: λ/(h c · 683 lm/W) = 4091. A luminance says nothing of its spectrum, so all light counts as this green.</summary>
    public const double PhotonsPerLuxSecondUm2 = GreenMetres / (PlanckJouleSeconds * LightMetresPerSecond * LumensPerWatt) * 1e-12;

    public static double ElectronsPerLuxSecond(this NoiseParameters p) =>
        p.QuantumEfficiency * p.PixelPitchUm * p.PixelPitchUm * PhotonsPerLuxSecondUm2;

    /// <summary>Dark current doubles with every few kelvin: μ(T) = μ_ref · 2^((T − T_ref)/T_d).</summary>
    public static double DarkElectronsPerSecond(this NoiseParameters p) =>
        p.DarkCurrentElectronsPerSecond * ThermalDoubling.Factor(p.TemperatureC, p.DarkCurrentReferenceC, p.DoublingKelvin);

    public static double Gain(this NoiseParameters p, double iso) => p.GainDnPerElectron * iso / 100;

    /// <summary>The converter's largest number.</summary>
    public static double WhiteDn(this NoiseParameters p) => (1 << p.Bits) - 1;

    /// <summary>Electrons at which either the pixel or the converter is full.</summary>
    public static double SaturationElectrons(this NoiseParameters p, double iso) =>
        Math.Min(p.FullWellElectrons, (p.WhiteDn() - p.BlackLevelDn) / p.Gain(iso));
}
