using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Images;

/// <summary><c>struct spng_ihdr</c>.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct SpngHeader
{
    public uint Width;
    public uint Height;
    public byte BitDepth;
    public byte ColorType;
    public byte CompressionMethod;
    public byte FilterMethod;
    public byte InterlaceMethod;
}
