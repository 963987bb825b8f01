using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Images;

/// <summary><c>exr_chunk_info_t</c>: filled and read by the library, passed through here.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ExrChunkInfo
{
    public int Index;
    public int StartX;
    public int StartY;
    public int Height;
    public int Width;
    public byte LevelX;
    public byte LevelY;
    public byte Type;
    public byte Compression;
    public ulong DataOffset;
    public ulong PackedBytes;
    public ulong UnpackedBytes;
    public ulong SampleCountOffset;
    public ulong SampleCountBytes;
}
