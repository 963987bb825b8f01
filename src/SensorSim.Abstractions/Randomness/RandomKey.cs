using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SensorSim.Randomness;

/// <summary>
/// The 64-bit Philox key of one use of randomness. Numbers are addressed, never consumed in order:
/// key = hash(seed, what), counter = (pixel, step, stream, block). Nothing depends on dispatch order, shard or thread.
/// </summary>
public readonly record struct RandomKey(uint Low, uint High)
{
    /// <summary>Noise that changes with each sample of each camera.</summary>
    public static RandomKey ForFrames(ulong seed, long sample, string camera) =>
        FromText(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"frame/{seed}/{sample}/{camera}"));

    /// <summary>Fixed pattern of one physical sensor: the same in every frame of every sample.</summary>
    public static RandomKey ForSensor(string serial) => FromText($"sensor/{serial}");

    /// <summary>Scenario draws: independent of cameras and of the order of evaluation.</summary>
    public static RandomKey ForDraw(ulong seed, long sample, string name) =>
        FromText(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"draw/{seed}/{sample}/{name}"));

    /// <summary>A stage's stream number: a hash of its instance name, so that inserting a stage moves nobody else's numbers.</summary>
    public static uint StreamOf(string stageInstance) => FromText($"stream/{stageInstance}").Low;

    private static RandomKey FromText(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return new(BinaryPrimitives.ReadUInt32LittleEndian(digest), BinaryPrimitives.ReadUInt32LittleEndian(digest[4..]));
    }
}
