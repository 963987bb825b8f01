using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Exposures;

/// <summary>
/// The rectangle of an image outside of which nothing changes during an exposure but the strength of lamps: what moves, and where its shadows may fall.
/// </summary>
internal sealed class ChangingPixels
{
    /// <summary>So many cast shadows by themselves, more as one.</summary>
    private const int MostCasters = 16;

    private readonly IReadOnlyList<SceneInstance> _instants;
    private readonly CameraView _camera;
    private readonly MovingBox[] _boxes;

    private ChangingPixels(IReadOnlyList<SceneInstance> instants, CameraView camera)
    {
        (_instants, _camera) = (instants, camera);
        Scene scene = instants[0].Twin;
        _boxes = [.. Enumerable.Range(0, scene.Nodes.Count)
            .Where(node => scene.Nodes[node] is { Mesh: not null, InScene: true })
            .Select(node => MovingBox.Of(node, instants))
            .OfType<MovingBox>()];
    }

    /// <summary>Whether a part of an image shows what the whole one shows there: it is not bent, and nothing is shaded from other pixels.</summary>
    public static bool MayBeParts(SceneInstance cousin, CameraIntrinsics camera) => camera.Projection.KeepsLines
        && cousin.Environment.AmbientOcclusion is null
        && !cousin.Materials.Any(material => material.Transmission is not null);

    /// <param name="instants">Instants from the exposure's beginning to its end.</param>
    /// <param name="cameras">The camera at each of them.</param>
    /// <returns>The whole image where the camera or a lamp moves, or where light may go ways that are not known here.</returns>
    public static PixelRectangle Of(IReadOnlyList<SceneInstance> instants, IReadOnlyList<CameraView> cameras)
    {
        CameraView camera = cameras[0];
        bool isUnknown = !MayBeParts(instants[0], camera.Intrinsics)
            || instants[0].EmissiveLights
            || cameras.Any(other => other.CameraToWorld != camera.CameraToWorld)
            || instants[0].Lamps.Any(lamp => instants.Any(instant => instant.NodeToWorld[lamp.Node] != instants[0].NodeToWorld[lamp.Node]));
        ScreenRectangle? place = isUnknown ? ScreenRectangle.Everywhere : new ChangingPixels(instants, camera).Place();
        return place is { } found ? Aligned(found, camera.Intrinsics) : default;
    }

    private ScreenRectangle? Place()
    {
        ScreenRectangle? place = null;
        foreach (MovingBox moving in _boxes.Where(box => box.Moves))
        {
            place = ScreenRectangle.Union(place, moving.On(_camera));
        }

        foreach (LampState lamp in _instants[0].Lamps)
        {
            place = ScreenRectangle.Union(place, Shadowed(lamp));
        }

        return place;
    }

    private ScreenRectangle? Shadowed(LampState lamp)
    {
        Bounds[] receivers = [.. _boxes.Select(box => box.World)];
        Bounds scene = receivers.Aggregate(Around);
        ScreenRectangle? place = null;
        foreach (Bounds caster in Casters())
        {
            if (ShadowReach.Of(caster, lamp.Light, _instants[0].NodeToWorld[lamp.Node], scene) is not { } reach)
            {
                return ScreenRectangle.Everywhere;
            }

            foreach (Bounds lit in reach.SelectMany(box => receivers.Select(receiver => receiver.Intersected(box))).OfType<Bounds>())
            {
                place = ScreenRectangle.Union(place, OnImage(lit));
            }
        }

        return place;
    }

    private Bounds[] Casters()
    {
        Bounds[] casters = [.. _boxes.Where(box => box.Moves).Select(box => box.World)];
        return casters.Length <= MostCasters ? casters : [casters.Aggregate(Around)];
    }

    private ScreenRectangle? OnImage(in Bounds box)
    {
        var corners = new Vector3d[8];
        box.Corners(_camera.CameraToWorld.InverseAffine(), corners);
        return ScreenRectangle.Of(corners, _camera.Intrinsics, ViewPlan.Near);
    }

    private static Bounds Around(Bounds a, Bounds b) => Bounds.Union(a, b);

    // Rasterizers shade two by two pixels, and take the detail of textures from them: parts begin where these do.
    private static PixelRectangle Aligned(ScreenRectangle place, CameraIntrinsics camera)
    {
        PixelRectangle pixels = place.Within(0, 0, camera.Width, camera.Height);
        (int x, int y) = (pixels.X & ~1, pixels.Y & ~1);
        return pixels.IsEmpty ? default : new(x, y, Math.Min((pixels.Right + 1) & ~1, camera.Width) - x, Math.Min((pixels.Bottom + 1) & ~1, camera.Height) - y);
    }
}
