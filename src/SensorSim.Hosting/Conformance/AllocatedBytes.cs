namespace SensorSim.Hosting.Conformance;

/// <summary>Memory that work leaves to be collected.</summary>
internal static class AllocatedBytes
{
    /// <summary>Bytes that this thread allocates for it, the least of some rounds: the first ones compile it.</summary>
    public static double By(Action work)
    {
        long least = long.MaxValue;
        for (int round = 0; round < 8; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}
