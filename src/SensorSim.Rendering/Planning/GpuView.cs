using System.Numerics;
using System.Runtime.InteropServices;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;

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
    public float Parallel;
    public float DepthPerZ;
    public uint FirstRow;
    public uint EndRow;
    public float Farness;

    /// <param name="view">The camera.</param>
    /// <param name="frame">What the frame's cameras share.</param>
    /// <param name="objectBase">First row of the view's poses.</param>
    /// <param name="settings">The renderer's.</param>
    public static GpuView Of(ViewPlan view, FramePlan frame, int objectBase, RenderSettings settings)
    {
        CameraIntrinsics camera = view.Intrinsics;
        bool isParallel = camera.Projection == CameraProjection.Orthographic;
        EnvironmentLight environment = frame.Request.Instance.Environment;
        double turn = -environment.RotationDegrees * Math.PI / 180;
        Matrix4x4d toEnvironment = Matrix4x4d.FromTrs(Vector3d.Zero, Quaterniond.FromAxisAngle(Vector3d.UnitY, turn), new(1, 1, 1)) * view.Camera.CameraToWorld;
        return new()
        {
            PixelToRay = new((float)(1 / camera.Fx), (float)(1 / camera.Fy), (float)(-camera.Cx / camera.Fx), (float)(-camera.Cy / camera.Fy)),
            RayToClip = new(
                (float)(2 * camera.Fx / camera.Width),
                (float)(2 * camera.Fy / camera.Height),
                (float)((2 * (camera.Cx + 0.5) / camera.Width) - 1),
                (float)((2 * (camera.Cy + 0.5) / camera.Height) - 1)),
            CameraToEnvironment0 = Rows.First(toEnvironment) with { W = environment.Hdr is null ? 0 : (float)environment.Intensity },
            CameraToEnvironment1 = Rows.Second(toEnvironment),
            CameraToEnvironment2 = Rows.Third(toEnvironment),
            Width = (uint)camera.Width,
            Height = (uint)camera.Height,
            PixelCount = (uint)(camera.Width * camera.Height),
            ObjectBase = (uint)objectBase,
            Near = isParallel ? 1 : (float)ViewPlan.Near,
            DepthUnit = (float)settings.DepthStepMetres,
            LampBase = (uint)(view.Index * frame.Lamps.Count),
            LampCount = (uint)frame.Lamps.Count,
            LayerStride = (uint)frame.Lamps.LayerStride,
            DepthIsRange = DepthKinds.IsRange(camera) ? 1u : 0u,
            RowsPerPixel = 1f / camera.Width,
            Parallel = isParallel ? 1 : 0,
            Farness = isParallel ? (float)view.Far : 0,
            FirstRow = (uint)view.LabelledRows.First,
            EndRow = (uint)view.LabelledRows.End,
            DepthPerZ = isParallel ? (float)(-1 / view.Far) : 0,
        };
    }
}
