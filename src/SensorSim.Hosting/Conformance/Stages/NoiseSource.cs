namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>
/// The random part of what a stage makes of uniform light, as differences of two outputs in which everything else is equal: of two frames, or of two sensors.
/// </summary>
internal sealed class NoiseSource
{
    private const int Side = 128;
    private const double Share = 0.3;

    private readonly StageBench _stage;
    private NoiseSource(StageBench stage, Settings settings)
    {
        (_stage, Settings) = (stage, settings);
        Frames = Field(frame: 0);
        Sensors = Field(sensor: 0);
    }

    /// <summary>Values at which most samples are touched.</summary>
    public Settings Settings { get; }

    /// <summary>What changes from frame to frame.</summary>
    public NoiseField Frames { get; }

    /// <summary>What differs from sensor to sensor.</summary>
    public NoiseField Sensors { get; }

    /// <summary>Neither: the stage draws no random numbers, or gives no numbers at all.</summary>
    public bool IsSilent => Frames.IsEmpty && Sensors.IsEmpty;

    /// <summary>With the values, usual or at an end of their range, at which most samples are touched.</summary>
    public static NoiseSource Find(StageBench stage) =>
        Settings.Usual(stage.Schema).Concat(Settings.Ends(stage.Schema)).Where(settings => stage.Chain(settings) is not null).Select(settings => new NoiseSource(stage, settings)).MaxBy(source => source.Frames.Touched + source.Sensors.Touched)!;

    /// <summary>Another pair of frames, or the same pair under another name of the stage.</summary>
    public NoiseField OtherFrames(uint pair = 0, string? name = null) => Field(frame: pair, name: name);

    /// <summary>Another pair of sensors, or the same pair under another name of the stage.</summary>
    public NoiseField OtherSensors(uint pair = 0, string? name = null) => Field(sensor: pair, name: name);

    /// <summary>What changes from frame to frame in the stage's noise-free twin: nothing should.</summary>
    public NoiseField WithoutNoise()
    {
        object twin = _stage.Stage.WithoutNoiseOf(Settings.Bind(_stage.Schema)!);
        return Field(new Settings(_stage.Schema.ValuesOf(twin)), frame: 0);
    }

    public override string ToString() => Settings.Short();

    private NoiseField Field(uint? frame = null, uint? sensor = null, string? name = null) => Field(Settings, frame, sensor, name);

    private NoiseField Field(Settings settings, uint? frame = null, uint? sensor = null, string? name = null)
    {
        ProbedChain chain = _stage.Chain(settings, name)!;
        TestFrame Of(uint which) => TestFrame.Of(
            TestLight.Flat(_stage.Stage.Input, Side, Side, Share), step: frame is { } pair ? (2 * pair) + which : 0, sensor: sensor is { } one ? $"sensor {(2 * one) + which}" : "conformance");
        float[][] outputs = _stage.MeasureAll([(chain, Of(0)), (chain, Of(1))]);
        return NoiseField.Between(outputs[0], outputs[1], Side, chain.Lower.OutputChannels);
    }
}
