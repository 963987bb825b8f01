namespace SensorSim.Vulkan.Commands;

/// <summary>Destroys GPU objects once the work that may use them has finished.</summary>
internal sealed class RetirementQueue(Timeline timeline)
{
    private readonly Lock access = new();
    private readonly Queue<(ulong Value, Action Destroy)> waiting = new();

    public void Add(Action destroy)
    {
        lock (access)
            waiting.Enqueue((timeline.LastSubmitted, destroy));
        try
        {
            Collect();
        }
        catch (VulkanException lost) when (lost.IsDeviceLost)
        {
            // Disposing must not hide the error that is on its way; what waits is destroyed with the device.
        }
    }

    public void Collect()
    {
        lock (access)
        {
            if (waiting.Count == 0)
                return;
            ulong completed = timeline.Completed;
            while (waiting.TryPeek(out (ulong Value, Action Destroy) next) && next.Value <= completed)
                waiting.Dequeue().Destroy();
        }
    }

    /// <summary>For a device that is idle or lost.</summary>
    public void DestroyAll()
    {
        lock (access)
        {
            while (waiting.TryDequeue(out (ulong Value, Action Destroy) next))
                next.Destroy();
        }
    }
}
