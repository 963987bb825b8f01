using SensorSim.Randomness;
using SensorSim.Tests.Sensors;

namespace SensorSim.UnitTests.Randomness;

/// <summary>RNG-1: the known answers of the generator's authors (Random123, kat_vectors).</summary>
public sealed class PhiloxTests
{
    [TestCase(0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x00000000u, 0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u)]
    [TestCase(0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0xffffffffu, 0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu)]
    [TestCase(0x243f6a88u, 0x85a308d3u, 0x13198a2eu, 0x03707344u, 0xa4093822u, 0x299f31d0u, 0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u)]
    public void Rng1_KnownAnswers(uint x, uint y, uint z, uint w, uint key0, uint key1, uint a, uint b, uint c, uint d) =>
        Acceptance.Holds("RNG-1 known answers", Philox4x32.Draw(new(x, y, z, w), key0, key1) == new UInt4(a, b, c, d) ? 1 : 0, 1, 0);

    [Test]
    public void AUniformIsNeverZeroAndReachesOne() => Assert.Multiple(() =>
    {
        Assert.That(RandomStream.Uniform(0), Is.EqualTo(Math.ScaleB(1, -24)));
        Assert.That(RandomStream.Uniform(uint.MaxValue), Is.EqualTo(1));
    });
}
