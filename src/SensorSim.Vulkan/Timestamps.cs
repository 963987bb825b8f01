using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan;

/// <summary>Measures named parts of one submission on the GPU's own clock. Use one object for each frame in flight.</summary>
public sealed unsafe class Timestamps : IDisposable
{
    private readonly Device device;
    private readonly VkQueryPool pool;
    private readonly int capacity;
    private readonly List<string> names = [];
    private bool disposed;

    /// <param name="capacity">Most scopes in one submission.</param>
    public Timestamps(Device device, int capacity = 32)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        this.device = device;
        this.capacity = capacity;
        var info = new VkQueryPoolCreateInfo { queryType = VkQueryType.Timestamp, queryCount = (uint)capacity * 2 };
        VkQueryPool handle;
        Check(Vk.vkCreateQueryPool(device.Handle, &info, null, &handle));
        pool = handle;
    }

    /// <summary>False when the device has no clock: then every reading is empty.</summary>
    public bool IsSupported => device.Limits.TimestampBits > 0;

    /// <summary>Forgets the last readings; record it before the first scope and outside of rendering.</summary>
    public void Begin(CommandRecorder recorder)
    {
        names.Clear();
        if (IsSupported)
            recorder.ResetQueries(pool, capacity * 2);
    }

    /// <summary>Measures from here until the returned scope is disposed.</summary>
    public Scope Measure(CommandRecorder recorder, string name)
    {
        if (names.Count == capacity)
            throw new InvalidOperationException($"There is room for {capacity} scopes; '{name}' is one more.");
        int index = names.Count;
        names.Add(name);
        if (IsSupported)
            recorder.WriteTimestamp(pool, index * 2);
        return new(this, recorder, index);
    }

    /// <summary>The readings, in the order of the scopes; the submission must have finished.</summary>
    public IReadOnlyList<TimedScope> Read()
    {
        if (!IsSupported || names.Count == 0)
            return [];
        int count = names.Count * 2;
        ulong* ticks = stackalloc ulong[count];
        VkResult result = Vk.vkGetQueryPoolResults(device.Handle, pool, 0, (uint)count, (nuint)(count * sizeof(ulong)), ticks, sizeof(ulong), VkQueryResultFlags.Result64);
        if (Check(result, "vkGetQueryPoolResults") == VkResult.NotReady)
            throw new InvalidOperationException("The timestamps are not written yet: wait for the submission first.");
        var scopes = new TimedScope[names.Count];
        for (int i = 0; i < scopes.Length; i++)
            scopes[i] = new(names[i], Milliseconds(ticks[2 * i], ticks[(2 * i) + 1]));
        return scopes;
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() => Vk.vkDestroyQueryPool(device.Handle, pool, null));
    }

    // The counter has fewer than 64 valid bits on some devices and wraps around.
    private double Milliseconds(ulong begin, ulong end)
    {
        int bits = device.Limits.TimestampBits;
        ulong mask = bits >= 64 ? ulong.MaxValue : (1UL << bits) - 1;
        return ((end - begin) & mask) * (double)device.Limits.TimestampPeriodNanoseconds * 1e-6;
    }

    /// <summary>A measurement that is running.</summary>
    public readonly struct Scope : IDisposable
    {
        private readonly Timestamps owner;
        private readonly CommandRecorder recorder;
        private readonly int index;

        internal Scope(Timestamps owner, CommandRecorder recorder, int index) => (this.owner, this.recorder, this.index) = (owner, recorder, index);

        public void Dispose()
        {
            if (owner.IsSupported)
                recorder.WriteTimestamp(owner.pool, (index * 2) + 1);
        }
    }
}
