using SensorSim.Lights;

namespace SensorSim.Rendering.Flicker;

/// <summary>A lamp that is dark from some instant on; before it runs as it would.</summary>
public sealed class FailingLamp : LightWaveform<FailingLampParameters>
{
    private static readonly FailingLamp s_instance = new();

    private FailingLamp()
    {
    }

    /// <param name="before">How it runs until then; null is steady.</param>
    /// <param name="seconds">On the episode's clock.</param>
    public static LampWaveform Of(LampWaveform? before, double seconds) => new(s_instance, new FailingLampParameters { Before = before, Seconds = seconds });

    public override double Integral(FailingLampParameters parameters, double startSeconds, double endSeconds)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        double end = Math.Min(endSeconds, parameters.Seconds);
        return end <= startSeconds ? 0 : parameters.Before?.Integral(startSeconds, end) ?? end - startSeconds;
    }

    public override double Value(FailingLampParameters parameters, double seconds)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return seconds >= parameters.Seconds ? 0 : parameters.Before?.Value(seconds) ?? 1;
    }

    /// <summary>Of what it is as long as it shines: over a long time nothing would remain.</summary>
    public override double Mean(FailingLampParameters parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters.Before?.Mean ?? 1;
    }

    public override IReadOnlyList<Harmonic>? Harmonics(FailingLampParameters parameters) => null;
}
