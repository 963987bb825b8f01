namespace SensorSim.Rendering.Flicker;

/// <summary>cos 2πft; its mean over a window of length T is sinc(fT) · cos 2πf(middle).</summary>
public sealed record CosineBasis(double FrequencyHz) : LayerBasis
{
    public override double Mean(double startSeconds, double endSeconds) =>
        Sinc.Of(FrequencyHz * (endSeconds - startSeconds)) * Math.Cos(Math.PI * FrequencyHz * (startSeconds + endSeconds));
}
