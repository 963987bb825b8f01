using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Images;

/// <summary><c>exr_coding_channel_info_t</c>: one channel of a chunk, and where its pixels are in our memory.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ExrChannelInfo
{
    public nint Name;
    public int Height;
    public int Width;
    public int XSampling;
    public int YSampling;
    public byte Linear;
    public sbyte BytesPerElement;
    public ushort DataType;
    public short UserBytesPerElement;
    public ushort UserDataType;
    public int UserPixelStride;
    public int UserLineStride;
    public byte* Pixels;
}
