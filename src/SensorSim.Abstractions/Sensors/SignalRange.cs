namespace SensorSim.Sensors;

/// <summary>The span of a signal.</summary>
/// <param name="BlackLevel">Of no light (the mean of a dark frame, without its dark current).</param>
/// <param name="WhiteLevel">Of a saturated sample; infinite where nothing clips.</param>
public sealed record SignalRange(double BlackLevel, double WhiteLevel)
{
    /// <summary>0 to 1: of RGB.</summary>
    public static SignalRange Unit { get; } = new(0, 1);

    /// <summary>From 0 on: of light.</summary>
    public static SignalRange Unlimited { get; } = new(0, double.PositiveInfinity);

    /// <summary>The same where nothing goes beyond a level.</summary>
    public SignalRange ClippedAt(double level) => this with { WhiteLevel = Math.Min(WhiteLevel, level) };

    /// <summary>Of the signal times a gain.</summary>
    public SignalRange Times(double gain) => new(BlackLevel * gain, WhiteLevel * gain);

    /// <summary>Of the signal and a level.</summary>
    public SignalRange Plus(double level) => new(BlackLevel + level, WhiteLevel + level);
}
