namespace SensorSim.Lights;

/// <summary>
/// A light waveform with parameters <typeparamref name="T"/>. A band-limited waveform lists its harmonics, and any number of
/// such lamps share one cosine and one sine layer for each frequency. A waveform with sharp edges returns null there and
/// gets a layer of its own, weighted by <see cref="Integral"/>: exact as well, one layer for each distinct waveform.
/// </summary>
public abstract class LightWaveform<T> : LightWaveform
    where T : class, new()
{
    public sealed override Type ParametersType => typeof(T);

    /// <summary>∫ i(t) dt over [start, end], in seconds of nominal intensity; time counts from the episode's start.</summary>
    public abstract double Integral(T parameters, double startSeconds, double endSeconds);

    /// <summary>i(t) at one instant: what a shutter of zero duration sees.</summary>
    public abstract double Value(T parameters, double seconds);

    /// <summary>The mean of i(t) over a long time.</summary>
    public abstract double Mean(T parameters);

    /// <summary>The sinusoids around the mean, or null when there are infinitely many.</summary>
    public abstract IReadOnlyList<Harmonic>? Harmonics(T parameters);

    public sealed override double IntegralOf(object parameters, double startSeconds, double endSeconds) => Call(
        nameof(Integral), parameters, (Waveform: this, Parameters: (T)parameters, startSeconds, endSeconds),
        static of => of.Waveform.Integral(of.Parameters, of.startSeconds, of.endSeconds), double.IsFinite);

    public sealed override double ValueOf(object parameters, double seconds) => Call(
        nameof(Value), parameters, (Waveform: this, Parameters: (T)parameters, seconds),
        static of => of.Waveform.Value(of.Parameters, of.seconds), double.IsFinite);

    public sealed override double MeanOf(object parameters) =>
        Call(nameof(Mean), parameters, (Waveform: this, Parameters: (T)parameters), static of => of.Waveform.Mean(of.Parameters), double.IsFinite);

    public sealed override IReadOnlyList<Harmonic>? HarmonicsOf(object parameters) => Call(
        nameof(Harmonics), parameters, (Waveform: this, Parameters: (T)parameters), static of => of.Waveform.Harmonics(of.Parameters),
        static list => list is null || list.All(part => double.IsFinite(part.FrequencyHz + part.Cosine + part.Sine)));
}
