using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Resources;

/// <summary>Memory outside the managed heap, as what encoders and digests take. Valid while its frame output is not disposed.</summary>
internal sealed unsafe class MappedMemory : MemoryManager<byte>
{
    private readonly byte* _first;
    private readonly int _length;

    /// <param name="bytes">Memory that does not move.</param>
    public MappedMemory(ReadOnlySpan<byte> bytes)
    {
        _first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
        _length = bytes.Length;
    }

    public override Span<byte> GetSpan() => new(_first, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_first + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
