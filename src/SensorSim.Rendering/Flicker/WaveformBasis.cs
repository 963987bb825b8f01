using SensorSim.Lights;

namespace SensorSim.Rendering.Flicker;

/// <summary>A waveform with sharp edges, less its mean: i(t) − mean. The mean itself is in the steady layer.</summary>
public sealed record WaveformBasis(LampWaveform Waveform) : LayerBasis
{
    public override double Mean(double startSeconds, double endSeconds)
    {
        double duration = endSeconds - startSeconds;
        double mean = duration > 0 ? Waveform.Integral(startSeconds, endSeconds) / duration : Waveform.Value(startSeconds);
        return mean - Waveform.Mean;
    }
}
