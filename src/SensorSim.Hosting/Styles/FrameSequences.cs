using SensorSim.Datasets;

namespace SensorSim.Hosting.Styles;

/// <summary>A dataset's frames in the order of time: all steps of a sample that one camera saw.</summary>
internal static class FrameSequences
{
    /// <summary>One after the other, no more than a sample at a time. Samples stand together in a dataset, cameras within them do not.</summary>
    public static IEnumerable<FrameRecord[]> Of(IEnumerable<FrameRecord> frames)
    {
        var sample = new List<FrameRecord>();
        foreach (FrameRecord frame in frames)
        {
            if (sample.Count > 0 && sample[0].Sample != frame.Sample)
            {
                foreach (FrameRecord[] sequence in ByCamera(sample))
                {
                    yield return sequence;
                }

                sample.Clear();
            }

            sample.Add(frame);
        }

        foreach (FrameRecord[] sequence in ByCamera(sample))
        {
            yield return sequence;
        }
    }

    /// <summary>Frames per second of a sequence; 0 of one frame.</summary>
    public static double RateHzOf(FrameRecord[] sequence) =>
        sequence.Length > 1 && sequence[^1].TimeS > sequence[0].TimeS ? (sequence.Length - 1) / (sequence[^1].TimeS - sequence[0].TimeS) : 0;

    private static FrameRecord[][] ByCamera(List<FrameRecord> sample) => [.. sample.GroupBy(frame => frame.Camera, StringComparer.Ordinal).Select(group => group.ToArray())];
}
