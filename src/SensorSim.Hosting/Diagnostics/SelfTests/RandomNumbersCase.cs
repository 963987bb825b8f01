using SensorSim.Randomness;

namespace SensorSim.Hosting.Diagnostics.SelfTests;

/// <summary>Philox on the device gives the same integers as on the processor: every noise model stands on this.</summary>
public sealed class RandomNumbersCase : ISelfTestCase
{
    private const int Blocks = 4096;
    private const int GroupSize = 64;

    public string Name => "random numbers";

    public IEnumerable<Measurement> Measure(SelfTestBench bench)
    {
        ArgumentNullException.ThrowIfNull(bench);
        UInt4[] measured = bench.Compute<UInt4>("selftest/random.comp", Blocks, Blocks / GroupSize);
        int different = measured.Where((block, i) => block != Expected((uint)i)).Count();
        yield return new("blocks of Philox4x32-10 that differ from the processor's", 0, different, 0);
    }

    /// <summary>The shader's counter and key of a block.</summary>
    private static UInt4 Expected(uint i) =>
        Philox4x32.Draw(new(i, ~i, i * 0x9E3779B9u, i ^ 0xA5A5A5A5u), 0xDEADBEEF + i, 0x12345678 - i);
}
