namespace SensorSim.Plugins.IspJpeg;

/// <summary>Defaults: what cameras usually write.</summary>
public sealed record JpegParameters
{
    [Parameter("Scale of the standard's quantization tables, as the Independent JPEG Group counts it", Min = 1, Max = 100)]
    public int Quality { get; init; } = 90;

    [Parameter("Colour samples: full is 4:4:4, half is 4:2:0")]
    public JpegChroma Chroma { get; init; } = JpegChroma.Half;
}
