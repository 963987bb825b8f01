namespace SensorSim.Lights;

/// <summary>A waveform with its parameters: how one lamp runs. Equal values share their layers.</summary>
public sealed record LampWaveform(LightWaveform Waveform, object Parameters)
{
    /// <inheritdoc cref="LightWaveform{T}.Integral"/>
    public double Integral(double startSeconds, double endSeconds) => Waveform.IntegralOf(Parameters, startSeconds, endSeconds);

    /// <inheritdoc cref="LightWaveform{T}.Value"/>
    public double Value(double seconds) => Waveform.ValueOf(Parameters, seconds);

    /// <inheritdoc cref="LightWaveform{T}.Mean"/>
    public double Mean => Waveform.MeanOf(Parameters);

    /// <inheritdoc cref="LightWaveform{T}.Harmonics"/>
    public IReadOnlyList<Harmonic>? Harmonics => Waveform.HarmonicsOf(Parameters);
}
