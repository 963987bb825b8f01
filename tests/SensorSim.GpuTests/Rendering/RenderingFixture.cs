using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Model;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.GpuTests.Rendering;

/// <summary>Base of tests that render: float depth and all labels unless a test asks otherwise.</summary>
public abstract class RenderingFixture : GpuFixture
{
    internal static RenderSettings Settings { get; } = new() { DepthFormat = DepthFormat.Metres };

    protected static ShaderLibrary Shaders { get; } = new(
        Path.Combine(AppContext.BaseDirectory, "shaders"), Path.Combine(GpuSession.CacheDirectory, "shaders"));

    /// <summary>A camera at the origin that looks along −Z, +Y up.</summary>
    protected static CameraView Camera(int width, int height, double focal, Vector3d at = default) => new(
        "camera",
        new(width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0),
        Matrix4x4d.FromAxes(Vector3d.UnitX, -Vector3d.UnitY, -Vector3d.UnitZ, at));

    internal static RenderedView Render(
        SceneInstance instance,
        CameraView camera,
        RenderSettings? settings = null,
        EquirectangularImage? environment = null,
        IReadOnlyList<IReadOnlyList<double>>? layerWeights = null,
        IReadOnlyList<int>? categories = null)
    {
        using var renderer = new FrameRenderer(Device, Shaders, instance.Twin, settings ?? Settings);
        if (environment is not null)
        {
            renderer.LoadEnvironment(environment);
        }

        FrameRequest request = new(instance, [new(camera, new RadianceReadback())]) { LayerWeights = layerWeights, Categories = categories };
        using FrameOutput output = renderer.Submit(request).Wait();
        return new(output.Views[0]);
    }

    protected static Matrix4x4d At(double x, double y, double z) => Matrix4x4d.FromTranslation(new(x, y, z));

    protected static Matrix4x4d Turned(Vector3d axis, double degrees, Vector3d at) =>
        Matrix4x4d.FromTrs(at, Quaterniond.FromAxisAngle(axis, degrees * Math.PI / 180), new(1, 1, 1));

    /// <summary>A pose whose −Z, the way a lamp shines, points from one place to another.</summary>
    protected static Matrix4x4d Aimed(Vector3d from, Vector3d target)
    {
        Matrix4x4d look = CameraView.LookAt(from, target);
        return Matrix4x4d.FromAxes(look.ColumnX, -look.ColumnY, -look.ColumnZ, from);
    }
}
