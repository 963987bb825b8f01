using SensorSim.Lights;

namespace SensorSim.Plugins.LightPwm;

/// <summary>i(t) = 1 while frac(f·t + phase) is below the duty, else 0. Its edges are sharp, so it has no finite list of harmonics.</summary>
public sealed class PwmWaveform : LightWaveform<PwmParameters>
{
    public override double Mean(PwmParameters parameters) => parameters.Duty;

    public override double Value(PwmParameters parameters, double seconds)
    {
        double cycles = (parameters.FrequencyHz * seconds) + parameters.Phase;
        return cycles - Math.Floor(cycles) < parameters.Duty ? 1 : 0;
    }

    public override double Integral(PwmParameters parameters, double startSeconds, double endSeconds) =>
        OnTime(parameters, endSeconds) - OnTime(parameters, startSeconds);

    public override IReadOnlyList<Harmonic>? Harmonics(PwmParameters parameters) => null;

    // Seconds on since the phase origin: whole periods, then the part of the pulse that has passed.
    private static double OnTime(PwmParameters p, double seconds)
    {
        double cycles = (p.FrequencyHz * seconds) + p.Phase, whole = Math.Floor(cycles);
        return ((whole * p.Duty) + Math.Min(cycles - whole, p.Duty)) / p.FrequencyHz;
    }
}
