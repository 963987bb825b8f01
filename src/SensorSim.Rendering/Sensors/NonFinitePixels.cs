using System.Numerics;
using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Sensors;

/// <summary>Pixels whose signal was infinite or not a number at some point of the last dispatch of a chain: what was stored there means nothing.</summary>
/// <param name="Count">Pixels.</param>
/// <param name="Signals">Where: bit i is the signal in front of stage i, for the last stage's output one more. All that is above the last bit is in it.</param>
public readonly record struct NonFinitePixels(uint Count, uint Signals)
{
    /// <summary>Bytes of a result that hold this, at its end.</summary>
    internal const int SizeInBytes = 8;

    internal const int LastBit = 31;

    /// <summary>Reads the end of a result.</summary>
    public static NonFinitePixels Of(ReadOnlySpan<byte> result)
    {
        ReadOnlySpan<uint> words = MemoryMarshal.Cast<byte, uint>(result[^SizeInBytes..]);
        return new(words[0], words[1]);
    }

    /// <summary>The first place where it was so: the stage that gave the signal, or null for the rendered radiance.</summary>
    public ChainStage? FirstStage(SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        int given = Math.Min(First, chain.Stages.Count) + (IsBetweenPasses(chain) ? 1 : 0);
        return given == 0 ? null : chain.Stages[given - 1];
    }

    /// <summary>Whether it came from an earlier dispatch, which is not looked at: then the first stage may only have passed it on.</summary>
    public bool IsOlder(SensorChain chain)
    {
        ArgumentNullException.ThrowIfNull(chain);
        return Math.Min(First, chain.Stages.Count) <= LastSpan(chain).Stages.FirstOrDefault(chain.Stages.Count);
    }

    private int First => BitOperations.TrailingZeroCount(Signals);

    // What the last pass of a stage reads is the same stage's work.
    private bool IsBetweenPasses(SensorChain chain) => LastSpan(chain).Kernel is { Pass: > 0 } kernel && kernel.Stage == First;

    private static StageSpan LastSpan(SensorChain chain) => StageFusion.Spans(chain, int.MaxValue)[^1];
}
