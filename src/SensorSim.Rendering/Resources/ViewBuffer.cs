using System.Runtime.CompilerServices;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>The uniform blocks of a frame's views, at offsets that a device can bind.</summary>
internal sealed class ViewBuffer(Device device) : IDisposable
{
    private readonly UploadBuffer _buffer = new(device, BufferUsage.Uniform, "views");

    public static ulong BlockSize => (ulong)Unsafe.SizeOf<GpuView>();

    public DeviceBuffer Buffer => _buffer.Buffer;

    private int Stride { get; } = (int)((BlockSize + device.Limits.UniformBufferOffsetAlignment - 1) / device.Limits.UniformBufferOffsetAlignment * device.Limits.UniformBufferOffsetAlignment);

    public uint OffsetOf(int index) => (uint)(index * Stride);

    public void Reserve(int count) => _buffer.Reserve<byte>(count * Stride);

    public void WriteAt(int index, in GpuView view) => Unsafe.WriteUnaligned(ref _buffer.Buffer.Map<byte>()[index * Stride], view);

    public void Flush() => _buffer.Flush();

    public void Dispose() => _buffer.Dispose();
}
