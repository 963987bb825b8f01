using SensorSim.Randomness;

namespace SensorSim.Sensors;

/// <summary>Where a sample is: its pixel and its channel. GLSL's <c>SampleSite</c> has the same fields.</summary>
/// <param name="Pixel">The pixel.</param>
/// <param name="Channel">0 red, 1 green, 2 blue; of a mosaic the pixel's filter, where 3 is clear.</param>
public readonly record struct SampleSite(PixelSite Pixel, int Channel)
{
    /// <summary>An integer of this sample in this frame; GLSL's <c>sample_random(site, block)</c>. A mosaic has the numbers of the channel that it kept.</summary>
    public uint Random(uint block) => Word(Pixel.Random.Draw(block));

    /// <summary>An integer of this sample of this sensor, the same in every frame; GLSL's <c>sample_pattern(site, block)</c>.</summary>
    public uint Pattern(uint block) => Word(Pixel.FixedPattern.Draw(block));

    private uint Word(UInt4 words) => Channel switch
    {
        0 => words.X,
        1 => words.Y,
        2 => words.Z,
        _ => words.W,
    };
}
