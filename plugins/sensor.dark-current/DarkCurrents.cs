namespace SensorSim.Plugins.SensorDarkCurrent;

/// <summary>Quantities derived from the parameters.</summary>
internal static class DarkCurrents
{
    /// <summary>All dark currents double with every few kelvin.</summary>
    public static double Warming(this DarkCurrentParameters p) => ThermalDoubling.Factor(p.TemperatureC, p.DarkCurrentReferenceC, p.DoublingKelvin);

    /// <summary>Scale of the logarithm of a lognormal number with the wanted mean m and standard deviation s: √ln(1 + s²/m²).</summary>
    public static double LogScale(this DarkCurrentParameters p)
    {
        double relative = p.DarkCurrentElectronsPerSecond > 0 ? p.DsnuElectronsPerSecond / p.DarkCurrentElectronsPerSecond : 0;
        return Math.Sqrt(Math.Log(1 + (relative * relative)));
    }

    /// <summary>Location of that logarithm: ln m − scale²/2. A sensor without dark current has no logarithm and no need of one.</summary>
    public static double LogLocation(this DarkCurrentParameters p) =>
        p.DarkCurrentElectronsPerSecond > 0 ? Math.Log(p.DarkCurrentElectronsPerSecond) - (p.LogScale() * p.LogScale() / 2) : 0;
}
