using SensorSim.Randomness;

namespace SensorSim.Restyles;

/// <summary>Addressed random numbers of one restyle: the same name and place, the same number.</summary>
/// <param name="Key">Of the frame and what is done to it.</param>
internal readonly record struct Dice(RandomKey Key)
{
    public static Dice Of(long frame, string what) => new(RandomKey.ForDraw(20261121, frame, $"gate/{what}"));

    /// <summary>Uniform between two numbers.</summary>
    public float Between(float low, float high, uint stream, uint item = 0) => low + ((high - low) * (float)RandomStream.Uniform(Draw(item, stream)));

    /// <summary>From 0 to below a count.</summary>
    public int Below(int count, uint stream, uint item = 0) => (int)(Draw(item, stream) % (uint)count);

    public float Normal(uint item, uint stream) => (float)NormalSampler.Draw(Draw(item, stream));

    private uint Draw(uint item, uint stream) => new RandomStream(Key, item, 0, stream).Draw(0).X;
}
