using SensorSim.Cameras;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan;

namespace SensorSim.Rendering.Lenses;

/// <summary>The rays of every camera with a lens that was seen so far.</summary>
internal sealed class LensMaps(Device device, UploadRing uploads) : IDisposable
{
    private readonly Dictionary<(CameraIntrinsics Camera, double Lean), RayMap> _maps = [];
    private readonly Dictionary<CameraIntrinsics, RayMap?> _wide = [];

    /// <summary>Null for a camera without a lens.</summary>
    public RayMap? Of(ViewRequest view)
    {
        if (view.Camera.Intrinsics.Projection.KeepsLines)
        {
            return null;
        }

        (CameraIntrinsics Camera, double Lean) key = (view.Camera.Intrinsics, view.Aperture?.Lean ?? 0);
        if (!_maps.TryGetValue(key, out RayMap? map))
        {
            _maps.Add(key, map = new(device, uploads, new(key.Camera, key.Lean)));
        }

        return map;
    }

    /// <summary>The same on the small canvas around the image; null where the lens sees nothing there.</summary>
    public RayMap? Around(ViewRequest view)
    {
        if (view.Camera.Intrinsics.Projection.KeepsLines)
        {
            return null;
        }

        if (!_wide.TryGetValue(view.Camera.Intrinsics, out RayMap? map))
        {
            var rays = new LensRays(Wide(view.Camera.Intrinsics), aperturePerDistance: 0);
            _wide.Add(view.Camera.Intrinsics, map = rays.SeeOutsideTheMiddle() ? new(device, uploads, rays) : null);
        }

        return map;
    }

    /// <summary>A camera in small, three times as wide and high.</summary>
    public static CameraIntrinsics Wide(CameraIntrinsics camera)
    {
        const double Step = CoveragePlan.LensCanvasStep;
        (int width, int height) = (Size(camera.Width), Size(camera.Height));
        double x = 3.0 * camera.Width / width, y = 3.0 * camera.Height / height;
        return new(width, height, camera.Fx / x, camera.Fy / y, ((camera.Cx + camera.Width + 0.5) / x) - 0.5, ((camera.Cy + camera.Height + 0.5) / y) - 0.5)
        {
            Projection = camera.Projection,
        };

        static int Size(int side) => 3 * (int)Math.Ceiling(side / Step);
    }

    public void Dispose()
    {
        foreach (RayMap? map in _maps.Values.Concat(_wide.Values))
        {
            map?.Dispose();
        }
    }
}
