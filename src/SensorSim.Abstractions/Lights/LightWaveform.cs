using SensorSim.Plugins;

namespace SensorSim.Lights;

/// <summary>How a lamp's intensity runs in time, relative to its nominal intensity. See <see cref="LightWaveform{T}"/>.</summary>
public abstract class LightWaveform : Plugin
{
    private protected LightWaveform()
    {
    }

    /// <inheritdoc cref="LightWaveform{T}.Integral"/>
    public abstract double IntegralOf(object parameters, double startSeconds, double endSeconds);

    /// <inheritdoc cref="LightWaveform{T}.Value"/>
    public abstract double ValueOf(object parameters, double seconds);

    /// <inheritdoc cref="LightWaveform{T}.Mean"/>
    public abstract double MeanOf(object parameters);

    /// <inheritdoc cref="LightWaveform{T}.Harmonics"/>
    public abstract IReadOnlyList<Harmonic>? HarmonicsOf(object parameters);
}
