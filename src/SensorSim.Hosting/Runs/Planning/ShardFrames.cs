namespace SensorSim.Hosting.Runs.Planning;

/// <summary>
/// The frames of one shard. Shards share the samples out; a sample is split only where there are fewer samples than shards, as on an
/// orbit, and then between its cameras: all steps of one camera stay together.
/// </summary>
/// <param name="Samples">Of the whole run.</param>
/// <param name="Cameras">Of each sample.</param>
/// <param name="Steps">Of each sample.</param>
/// <param name="Shard">Which part.</param>
public readonly record struct ShardFrames(long Samples, int Cameras, int Steps, Shard Shard)
{
    /// <summary>Frames of this shard; 0 where there are more shards than there is to share out.</summary>
    public long Count
    {
        get
        {
            (long first, long end) = Shard.PartOf(Units);
            return (end - first) * CamerasPerUnit * Steps;
        }
    }

    /// <summary>The samples that this shard renders, in order, each with the first of its cameras and the one after the last.</summary>
    public IEnumerable<(long Sample, int FirstCamera, int EndCamera)> BySample()
    {
        (long first, long end) = Shard.PartOf(Units);
        (long from, long to) = (first * CamerasPerUnit, end * CamerasPerUnit);
        for (long view = from; view < to;)
        {
            long sample = view / Cameras;
            long next = Math.Min((sample + 1) * Cameras, to);
            yield return (sample, (int)(view - (sample * Cameras)), (int)(next - (sample * Cameras)));
            view = next;
        }
    }

    private int CamerasPerUnit => Samples >= Shard.Of ? Cameras : 1;

    private long Units => Samples * (Cameras / CamerasPerUnit);
}
