using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SensorSim.Vulkan.Generated;
using static SensorSim.Vulkan.VulkanResult;

namespace SensorSim.Vulkan.Memory;

/// <summary>A linear piece of memory that the GPU reads or writes. Its content is undefined until written.</summary>
public sealed unsafe class DeviceBuffer : IDisposable
{
    private readonly Device device;
    private readonly MemoryAllocation allocation;
    private bool disposed;

    /// <param name="sizeInBytes">Above 0.</param>
    /// <param name="name">Shown in validation messages and GPU debuggers.</param>
    public DeviceBuffer(Device device, ulong sizeInBytes, BufferUsage usage, MemoryKind memory = MemoryKind.DeviceLocal, string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfZero(sizeInBytes);
        this.device = device;
        SizeInBytes = sizeInBytes;
        Usage = usage;
        Memory = memory;
        Handle = Create(device.Handle, sizeInBytes, usage);
        allocation = AllocateMemory();
        device.SetName(VkObjectType.Buffer, Handle.Value, name);
    }

    public ulong SizeInBytes { get; }

    public BufferUsage Usage { get; }

    public MemoryKind Memory { get; }

    internal VkBuffer Handle { get; }

    /// <summary>A buffer that holds <paramref name="count"/> elements.</summary>
    public static DeviceBuffer For<T>(Device device, int count, BufferUsage usage, MemoryKind memory = MemoryKind.DeviceLocal, string? name = null)
        where T : unmanaged => new(device, (ulong)count * (ulong)Unsafe.SizeOf<T>(), usage, memory, name);

    /// <summary>The mapped content. Valid until the buffer is disposed; nothing synchronises it with the GPU but the timeline.</summary>
    /// <exception cref="InvalidOperationException">The buffer is device-local, or larger than a span.</exception>
    public Span<T> Map<T>()
        where T : unmanaged
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        if (Memory == MemoryKind.DeviceLocal)
            throw new InvalidOperationException("A device-local buffer is not mapped: copy through a staging or a readback buffer.");
        if (SizeInBytes > int.MaxValue)
            throw new InvalidOperationException($"A buffer of {SizeInBytes} bytes does not fit in one span.");
        return MemoryMarshal.Cast<byte, T>(new Span<byte>(allocation.Mapped, (int)SizeInBytes));
    }

    /// <summary>Call after writing mapped memory and before the submission that reads it.</summary>
    public void Flush() => allocation.Flush();

    /// <summary>Call after the GPU has finished writing and before reading mapped memory.</summary>
    public void Invalidate() => allocation.Invalidate();

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        device.Retire(() =>
        {
            Vk.vkDestroyBuffer(device.Handle, Handle, null);
            device.Memory.Free(allocation);
        });
    }

    private MemoryAllocation AllocateMemory()
    {
        try
        {
            MemoryAllocation memory = device.Memory.Allocate(MemoryRequest.For(device.Handle, Handle, Memory));
            Check(Vk.vkBindBufferMemory(device.Handle, Handle, memory.Block.Handle, memory.Offset));
            return memory;
        }
        catch
        {
            Vk.vkDestroyBuffer(device.Handle, Handle, null);
            throw;
        }
    }

    private static VkBuffer Create(VkDevice device, ulong size, BufferUsage usage)
    {
        var info = new VkBufferCreateInfo
        {
            size = size,
            usage = (VkBufferUsageFlags)usage | VkBufferUsageFlags.TransferSrc | VkBufferUsageFlags.TransferDst,
        };
        VkBuffer handle;
        Check(Vk.vkCreateBuffer(device, &info, null, &handle));
        return handle;
    }
}
