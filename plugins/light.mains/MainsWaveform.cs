using SensorSim.Lights;

namespace SensorSim.Plugins.LightMains;

/// <summary>
/// i(t) = 1 + M Σ aₙ cos n(2π·2f·t + φ). A sinusoid has a₁ = 1. The rectified sine |sin| relative to its mean has
/// aₙ = −2(−1)ⁿ/(4n²−1) with the crest at t = 0 for φ = 0: 2/3, −2/15, 2/35.
/// </summary>
public sealed class MainsWaveform : LightWaveform<MainsParameters>
{
    public override double Mean(MainsParameters parameters) => 1;

    public override double Value(MainsParameters parameters, double seconds)
    {
        double value = 1;
        for (int n = 1; n <= Count(parameters); n++)
        {
            (double frequency, double amplitude, double phase) = Term(parameters, n);
            value += amplitude * Math.Cos((Math.Tau * frequency * seconds) + phase);
        }

        return value;
    }

    public override double Integral(MainsParameters parameters, double startSeconds, double endSeconds)
    {
        double middle = (startSeconds + endSeconds) / 2, half = (endSeconds - startSeconds) / 2;
        double integral = endSeconds - startSeconds;
        for (int n = 1; n <= Count(parameters); n++)
        {
            (double frequency, double amplitude, double phase) = Term(parameters, n);
            double omega = Math.Tau * frequency;
            integral += amplitude * Math.Cos((omega * middle) + phase) * 2 * Math.Sin(omega * half) / omega;
        }

        return integral;
    }

    public override IReadOnlyList<Harmonic> Harmonics(MainsParameters parameters) =>
    [
        .. Enumerable.Range(1, Count(parameters)).Select(n => Term(parameters, n)).Select(term =>
            new Harmonic(term.FrequencyHz, term.Amplitude * Math.Cos(term.Phase), -term.Amplitude * Math.Sin(term.Phase))),
    ];

    private static int Count(MainsParameters p) => p.Modulation == 0 ? 0 : p.Shape == MainsShape.Sinusoid ? 1 : p.Harmonics;

    private static (double FrequencyHz, double Amplitude, double Phase) Term(MainsParameters p, int n)
    {
        double amplitude = p.Shape == MainsShape.Sinusoid ? 1 : (n % 2 == 1 ? 2.0 : -2.0) / ((4 * n * n) - 1);
        return (n * 2 * p.MainsHz, p.Modulation * amplitude, n * p.Phase);
    }
}
