namespace SensorSim.Rendering.Flicker;

/// <summary>sin 2πft; its mean over a window of length T is sinc(fT) · sin 2πf(middle).</summary>
public sealed record SineBasis(double FrequencyHz) : LayerBasis
{
    public override double Mean(double startSeconds, double endSeconds) =>
        Sinc.Of(FrequencyHz * (endSeconds - startSeconds)) * Math.Sin(Math.PI * FrequencyHz * (startSeconds + endSeconds));
}
