using static System.FormattableString;

namespace SensorSim.Plugins;

/// <summary>Dark current doubles with every so many kelvin of warming. Source: EMVA Standard 1288, temperature dependence of the dark current: μ(T) = μ_ref · 2^((T − T_ref)/T_d). <c>camera.noise</c> has this file, too.</summary>
internal static class ThermalDoubling
{
    /// <summary>More would be no current that a pixel holds.</summary>
    private const double MostDoublings = 40;

    /// <summary>How many times the dark current at the reference temperature flows.</summary>
    public static double Factor(double temperatureC, double referenceC, double doublingKelvin) => Math.Pow(2, (temperatureC - referenceC) / doublingKelvin);

    /// <summary>What is wrong with three parameters that each are in their ranges.</summary>
    public static IEnumerable<ParameterError> Check(double temperatureC, double referenceC, double doublingKelvin)
    {
        double doublings = (temperatureC - referenceC) / doublingKelvin;
        if (doublings > MostDoublings)
        {
            yield return new("doubling_kelvin", Invariant($"\"doubling_kelvin\" makes the dark current double {doublings:0.#} times from \"dark_current_reference_c\" to \"temperature_c\"; expected at most {MostDoublings} times: write a larger one, 6 to 10 for silicon."));
        }
    }
}
