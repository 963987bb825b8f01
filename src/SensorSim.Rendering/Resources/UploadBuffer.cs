using SensorSim.Vulkan;
using SensorSim.Vulkan.Images;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Resources;

/// <summary>Memory that the processor writes and the device reads, large enough for the largest content so far.</summary>
internal sealed class UploadBuffer(Device device, BufferUsage usage, string name, PixelFormat texel = PixelFormat.Undefined) : IDisposable
{
    private DeviceBuffer? _buffer;
    private TexelView? _view;

    public DeviceBuffer Buffer => _buffer ?? throw new InvalidOperationException($"Nothing was written to '{name}'.");

    public TexelView View => _view ?? throw new InvalidOperationException($"'{name}' is not read as texels.");

    /// <summary>Room for elements; old content may be lost. Write before the next reservation.</summary>
    public Span<T> Reserve<T>(int count)
        where T : unmanaged
    {
        int bytes = Math.Max(count, 1) * System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        if (_buffer is null || _buffer.SizeInBytes < (ulong)bytes)
        {
            Dispose();
            _buffer = new(device, System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(bytes, 256)), usage, MemoryKind.Upload, name);
            _view = texel == PixelFormat.Undefined ? null : new(device, _buffer, texel);
        }

        return _buffer.Map<T>()[..count];
    }

    /// <summary>All of the room, as far as it goes.</summary>
    public Span<T> Room<T>()
        where T : unmanaged => Buffer.Map<T>();

    public void Write<T>(ReadOnlySpan<T> values)
        where T : unmanaged => values.CopyTo(Reserve<T>(values.Length));

    public void Flush() => _buffer?.Flush();

    public void Dispose()
    {
        _view?.Dispose();
        _buffer?.Dispose();
    }
}
