using System.Text;
using SensorSim.Datasets.Images;

namespace SensorSim.UnitTests.Datasets.Images;

public class Crc32Tests
{
    [Test]
    public void TheCheckValueOfTheStandard() => Assert.That(Crc32.Of(Encoding.ASCII.GetBytes("123456789")), Is.EqualTo(0xCBF43926));

    [Test]
    public void FoldingAgreesWithASlowDivision_AtEveryLength()
    {
        byte[] data = new byte[700];
        new Random(3).NextBytes(data);
        for (int length = 0; length <= data.Length; length++)
            Assert.That(Crc32.Of(data.AsSpan(0, length)), Is.EqualTo(BitByBit(data.AsSpan(0, length))), $"{length} bytes");
    }

    private static uint BitByBit(ReadOnlySpan<byte> data)
    {
        uint state = ~0u;
        foreach (byte value in data)
        {
            state ^= value;
            for (int bit = 0; bit < 8; bit++)
                state = (state & 1) != 0 ? (state >> 1) ^ 0xEDB88320 : state >> 1;
        }

        return ~state;
    }
}
