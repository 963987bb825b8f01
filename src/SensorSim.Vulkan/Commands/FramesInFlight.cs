namespace SensorSim.Vulkan.Commands;

/// <summary>Recorders for frames that overlap: beginning one waits only for the frame that used the same slot, <see cref="Count"/> frames ago.</summary>
public sealed class FramesInFlight : IDisposable
{
    private readonly Device device;
    private readonly CommandPool[] pools;
    private readonly ulong[] values;
    private int next;

    /// <param name="count">2 keeps the GPU busy; more helps when frames are uneven.</param>
    public FramesInFlight(Device device, int count = 2)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        this.device = device;
        pools = [.. Enumerable.Range(0, count).Select(_ => new CommandPool(device))];
        values = new ulong[count];
    }

    public int Count => pools.Length;

    /// <summary>The slot of the frame being recorded, for per-frame buffers: 0 to Count − 1.</summary>
    public int Slot { get; private set; }

    /// <summary>Begins a frame in the next slot.</summary>
    public CommandRecorder Begin()
    {
        Slot = next;
        next = (next + 1) % Count;
        device.Timeline.Wait(values[Slot]);
        pools[Slot].Reset();
        return pools[Slot].Begin();
    }

    /// <summary>Submits the frame; returns the timeline value that it reaches.</summary>
    public ulong Submit(params ReadOnlySpan<CommandRecorder> recorders) => values[Slot] = device.Submit(recorders);

    public void Dispose()
    {
        foreach (CommandPool pool in pools)
            pool.Dispose();
    }
}
