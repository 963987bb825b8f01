using SensorSim.Cameras;
using SensorSim.Rendering.Planning;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Memory;

namespace SensorSim.Rendering.Lenses;

/// <summary>The rays of cameras with a lens, each computed when it is first seen and kept while there is room: a lens that is drawn anew for each sample has rays of its own in each.</summary>
/// <param name="device">Holds them.</param>
/// <param name="uploads">Takes them there.</param>
/// <param name="budget">Bytes that are kept beside those of the last frame.</param>
internal sealed class LensMaps(Device device, UploadRing uploads, ulong budget) : IDisposable
{
    private readonly Dictionary<(CameraIntrinsics Camera, double Lean), RayMap> _maps = [];
    private readonly Dictionary<CameraIntrinsics, RayMap?> _wide = [];
    private readonly Dictionary<RayMap, long> _lastFrame = [];
    private long _frame;

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

        return Used(map);
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

        return map is null ? null : Used(map);
    }

    /// <summary>Begins a frame: gives up rays that have not been used for longest, beyond the budget. None of them is being recorded.</summary>
    /// <returns>What was given up; what was made for it goes with it.</returns>
    public IReadOnlyList<RayMap> BeginFrame()
    {
        var gone = new List<RayMap>();
        ulong bytes = _lastFrame.Keys.Aggregate(0UL, (sum, map) => sum + map.Bytes);
        foreach ((RayMap map, long _) in _lastFrame.Where(used => used.Value < _frame).OrderBy(used => used.Value))
        {
            if (bytes <= budget)
            {
                break;
            }

            bytes -= map.Bytes;
            gone.Add(map);
        }

        Forget(gone);
        _frame++;
        return gone;
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
        foreach (RayMap map in _lastFrame.Keys)
        {
            map.Dispose();
        }
    }

    private RayMap Used(RayMap map)
    {
        _lastFrame[map] = _frame;
        return map;
    }

    // A camera that sees nothing around its image costs nothing to keep, but there may be one for each sample.
    private void Forget(List<RayMap> gone)
    {
        foreach (RayMap map in gone)
        {
            _lastFrame.Remove(map);
            map.Dispose();
        }

        foreach (var key in gone.Count == 0 ? [] : _maps.Where(entry => gone.Contains(entry.Value)).Select(entry => entry.Key).ToArray())
        {
            _maps.Remove(key);
            if (!_maps.Keys.Any(other => other.Camera == key.Camera) && _wide.GetValueOrDefault(key.Camera) is null)
            {
                _wide.Remove(key.Camera);
            }
        }

        foreach (CameraIntrinsics camera in gone.Count == 0 ? [] : _wide.Where(entry => entry.Value is { } map && gone.Contains(map)).Select(entry => entry.Key).ToArray())
        {
            _wide.Remove(camera);
        }
    }
}
