using SensorSim.Randomness;

namespace SensorSim.Style;

/// <summary>What a backend is given once, beside its parameters.</summary>
/// <param name="Targets">Real images to go by, in the order of their names; empty where none were given.</param>
/// <param name="Seed">Of every random choice: addressed by frame, so that nothing depends on the order of the work.</param>
/// <param name="WorkFolder">A folder for files of the backend that outlive an interruption: jobs sent, answers received. It exists, and is removed when the work is done.</param>
public sealed record StyleRequest(IReadOnlyList<StyleTarget> Targets, ulong Seed, string WorkFolder)
{
    /// <summary>What a backend waits by: the system's clock, unless a test gives another.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The target that goes with a clip: picked at random, the same one for all frames that a camera saw in a sample.</summary>
    /// <exception cref="InvalidOperationException">There are no targets.</exception>
    public StyleTarget TargetOf(StyleClip clip)
    {
        ArgumentNullException.ThrowIfNull(clip);
        if (Targets.Count == 0)
        {
            throw new InvalidOperationException("There are no target images.");
        }

        UInt4 bits = new RandomStream(RandomKey.ForDraw(Seed, clip.Sample, $"style.target/{clip.Camera}"), 0, 0, 0).Draw(0);
        return Targets[(int)(((ulong)bits.X * (ulong)Targets.Count) >> 32)];
    }
}
