using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Images;

/// <summary><c>exr_attr_box2i_t</c>: both ends belong to the box.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ExrBox
{
    public int MinX;
    public int MinY;
    public int MaxX;
    public int MaxY;
}
