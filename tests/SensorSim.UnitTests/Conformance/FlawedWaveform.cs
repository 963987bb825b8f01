using SensorSim.Lights;
using SensorSim.Plugins;

namespace SensorSim.UnitTests.Conformance;

/// <summary>1 + a cos(2π 100 t), but for what a test says. Not public: a plugin's assembly has one public plugin.</summary>
internal sealed class FlawedWaveform : LightWaveform<FlawedWaveform.Strength>
{
    private const double Omega = Math.Tau * 100;

    public double TrueMean { get; init; } = 1;

    public double Offset { get; init; }

    public double Gain { get; init; } = 1;

    public double HarmonicFactor { get; init; } = 1;

    public override double Mean(Strength parameters) => TrueMean;

    public override double Value(Strength parameters, double seconds) => 1 + (parameters.Amount * Math.Cos(Omega * seconds));

    public override double Integral(Strength parameters, double startSeconds, double endSeconds) =>
        Offset + (Gain * (endSeconds - startSeconds + (parameters.Amount * (Math.Sin(Omega * endSeconds) - Math.Sin(Omega * startSeconds)) / Omega)));

    public override IReadOnlyList<Harmonic> Harmonics(Strength parameters) => [new(100, HarmonicFactor * parameters.Amount, 0)];

    internal sealed record Strength
    {
        [Parameter("Depth", Min = 0, Max = 2)]
        public double Amount { get; init; } = 0.5;
    }
}
