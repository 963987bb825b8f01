using System.Numerics;
using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Planning;

/// <summary><c>View</c> of view.glsl, std140.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GpuView
{
    public Vector4 PixelToRay;
    public Vector4 RayToClip;
    public Vector4 CameraToEnvironment0;
    public Vector4 CameraToEnvironment1;
    public Vector4 CameraToEnvironment2;
    public uint Width;
    public uint Height;
    public uint PixelCount;
    public uint ObjectBase;
    public float Near;
    public float DepthUnit;
    public uint LampBase;
    public uint LampCount;
    public uint LayerStride;
    public uint DepthIsRange;
    public float RowsPerPixel;
    public uint Padding;
}
