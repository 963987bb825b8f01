using System.Numerics;
using SensorSim.Geometry;
using SensorSim.Rendering.Lenses;
using SensorSim.Rendering.Resources;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>
/// Everything that has a block, poses and lamps of its own in a frame: the request's views in their order, then the faces of cameras with a lens and,
/// where objects are counted beside the image, the small canvases around them with their faces.
/// </summary>
internal sealed class DrawnViews
{
    private readonly GpuScene _scene;
    private readonly SceneInstance _instance;
    private readonly DrawList _list;
    private readonly UploadBuffer _poses;
    private readonly ViewPlan[] _all;
    private int _last; // faces come behind the views

    /// <param name="request">The frame.</param>
    /// <param name="scene">The twin.</param>
    /// <param name="list">Receives what is drawn.</param>
    /// <param name="buffers">Receives the poses; behind those of the views is room for those of shadow casters.</param>
    /// <param name="maps">Of lenses.</param>
    /// <param name="countsOutside">Whether objects are counted beside images.</param>
    public DrawnViews(FrameRequest request, GpuScene scene, DrawList list, FrameBuffers buffers, LensMaps maps, bool countsOutside)
    {
        (_scene, _instance, _list, _poses) = (scene, request.Instance, list, buffers.Poses);
        var cameras = request.Views.Select(view => (View: view, Rays: maps.Of(view), Around: countsOutside ? maps.Around(view) : null)).ToArray();
        int count = cameras.Sum(camera => 1 + Faces(camera.Rays) + (camera.Around is null ? 0 : 1 + Faces(camera.Around)));
        _poses.Reserve<Vector4>(PosesOfView * (count + 1));
        _all = new ViewPlan[count];
        _last = cameras.Length - 1;
        foreach ((int i, (ViewRequest view, RayMap? rays, RayMap? around)) in cameras.Index())
        {
            Add(i, view, rays, around is null ? null : Wide(view, around));
        }

        Views = _all[..cameras.Length];
    }

    /// <summary>In the order of the request.</summary>
    public ViewPlan[] Views { get; }

    /// <summary>With all faces.</summary>
    public IReadOnlyList<ViewPlan> All => _all;

    /// <summary>Where the poses of shadow casters go.</summary>
    public Span<Vector4> PosesOfCasters => PosesAt(_all.Length);

    private int PosesOfView => 3 * _scene.Instances.Count;

    private static int Faces(RayMap? rays) => rays?.Faces.Count ?? 0;

    private Span<Vector4> PosesAt(int view) => _poses.Room<Vector4>().Slice(PosesOfView * view, PosesOfView);

    private ViewPlan Wide(ViewRequest view, RayMap around) =>
        Add(++_last, new(view.Camera with { Intrinsics = LensMaps.Wide(view.Camera.Intrinsics) }, null), around, wide: null, isFace: true);

    private ViewPlan Add(int index, ViewRequest view, RayMap? rays, ViewPlan? wide, bool isFace = false)
    {
        ViewPlan[] faces = [.. (rays?.Faces ?? []).Select(face => Add(++_last, Through(face, view), rays: null, wide: null, isFace: true))];
        return _all[index] = new(index, view, _scene, _instance, _list, PosesAt(index)) { Rays = rays, IsFace = isFace, Faces = faces, Wide = wide };
    }

    private static ViewRequest Through(LensFace face, ViewRequest view)
    {
        Matrix4x4d aside = view.Aperture is { } point ? Matrix4x4d.FromTranslation(new(point.XMetres, point.YMetres, 0)) : Matrix4x4d.Identity;
        return new(view.Camera with { Intrinsics = face.Intrinsics, CameraToWorld = view.Camera.CameraToWorld * aside * face.FaceToCamera }, null);
    }
}
