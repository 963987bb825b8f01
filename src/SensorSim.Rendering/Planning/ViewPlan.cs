using System.Numerics;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Lenses;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Planning;

/// <summary>What one camera of a frame sees, and what is drawn for it.</summary>
internal sealed class ViewPlan
{
    /// <summary>Nearest visible depth, metres. Reversed float depth keeps its precision however near this is.</summary>
    public const double Near = 1e-3;

    private readonly Matrix4x4d _worldToCamera;

    /// <param name="index">Place of its block among the frame's views.</param>
    /// <param name="request">The camera.</param>
    /// <param name="scene">The twin.</param>
    /// <param name="instance">The cousin.</param>
    /// <param name="list">Receives what is drawn: of a camera with a lens nothing, its faces are drawn.</param>
    /// <param name="poses">Receives the poses of what is seen.</param>
    public ViewPlan(int index, ViewRequest request, GpuScene scene, SceneInstance instance, DrawList list, Span<Vector4> poses)
    {
        Index = index;
        Request = request;
        _worldToCamera = request.Camera.CameraToWorld.InverseAffine();
        Objects = See(scene, instance, poses);
        int[] drawn = Intrinsics.Projection.KeepsLines ? [.. Objects.Where(o => o.IsInImage).Select(o => o.Index)] : [];
        Draw[] draws = list.Add(drawn, o => IsMirrored(scene, instance, o));
        Solid = [.. draws.Where(draw => !draw.Features.IsTransparent).OrderBy(draw => draw.Features.Bits).ThenBy(draw => draw.Features.Layers.Bits)];
        Transparent = SortBackToFront([.. draws.Where(draw => draw.Features.IsTransparent)], scene, instance, list);
    }

    public int Index { get; }

    public ViewRequest Request { get; }

    /// <summary>Whether its triangles may be culled one by one: it is drawn as a pinhole, all of it.</summary>
    public bool MayCull => Rays is null && !IsFace && Request.Rows is null && Intrinsics.Projection.KeepsLines && Intrinsics.Projection != CameraProjection.Orthographic;

    /// <summary>Rows whose labels are wanted: the first, and the one after the last.</summary>
    public (int First, int End) LabelledRows => Request.Rows is { } rows ? (rows.Start.Value, rows.End.Value) : (0, Intrinsics.Height);

    public CameraView Camera => Request.Camera;

    /// <summary>Objects that the whole image may show, of which this view may be a part.</summary>
    public IEnumerable<VisibleObject> ObjectsOfWhole => Request.Part is null ? Objects.Where(o => o.IsInImage) : Objects;

    public CameraIntrinsics Intrinsics => Request.Camera.Intrinsics;

    /// <summary>By mesh.</summary>
    public IReadOnlyList<VisibleObject> Objects { get; }

    /// <summary>Whether one object may stand before another.</summary>
    public bool MayHideObjects => Objects.Count(o => o.IsInImage) > 1;

    /// <summary>Opaque and masked draws.</summary>
    public Draw[] Solid { get; }

    /// <summary>Blended and transmissive draws, one object each, the farthest first.</summary>
    public Draw[] Transparent { get; }

    /// <summary>Whether something shows what lies behind it.</summary>
    public bool HasTransmission => Transparent.Any(draw => draw.Features.Layers.IsTransmissive);

    /// <summary>Material slots that labels may show, also those of its faces.</summary>
    public IEnumerable<int> Slots => Faces.SelectMany(face => face.Slots).Concat(Solid.Concat(Transparent).Select(draw => draw.Primitive.MaterialSlot)).Distinct();

    public CoveragePlan? Coverage { get; set; }

    /// <summary>How solid triangles are culled before they are rasterized; null where all are rasterized.</summary>
    public CullPlan? Cull { get; set; }

    /// <summary>Finer shadow maps of directional lamps near the camera.</summary>
    public CascadePlan Cascades { get; set; } = CascadePlan.None(0);

    /// <summary>The pinhole images that the image of a camera with a lens is made from; none of other cameras.</summary>
    public IReadOnlyList<ViewPlan> Faces { get; init; } = [];

    /// <summary>The camera in small on the canvas around its image, where a camera with a lens counts what is cut off; else null.</summary>
    public ViewPlan? Wide { get; init; }

    /// <summary>Whether it is one of those images.</summary>
    public bool IsFace { get; init; }

    /// <summary>The camera's rays; null but for a camera with a lens.</summary>
    public RayMap? Rays { get; init; }

    /// <summary>Depth of the farthest corner of what is seen, metres; an orthographic camera's depths end there.</summary>
    public double Far { get; private set; } = 1;

    public Matrix4x4d WorldToCamera => _worldToCamera;

    public static bool IsMirrored(GpuScene scene, SceneInstance instance, int index) =>
        instance.NodeToWorld[scene.Instances[index].Node].Determinant3x3 < 0;

    private List<VisibleObject> See(GpuScene scene, SceneInstance instance, Span<Vector4> poses)
    {
        var seen = new List<VisibleObject>();
        Span<Vector3d> corners = stackalloc Vector3d[8];
        foreach (int index in scene.ByMesh(instance))
        {
            Instance placed = scene.Instances[index];
            if (scene.BoundsOf(index, instance) is not { } bounds)
            {
                continue;
            }

            Matrix4x4d pose = _worldToCamera * instance.NodeToWorld[placed.Node];
            bounds.Corners(pose, corners);
            if (ScreenRectangle.Of(corners, Intrinsics, Near) is not { } rectangle || OnCanvas(rectangle).IsEmpty)
            {
                continue;
            }

            Rows.Write(pose, poses[(3 * index)..]);
            foreach (Vector3d corner in corners)
            {
                Far = Math.Max(Far, 1.01 * corner.Z);
            }

            seen.Add(new(index, rectangle, !rectangle.Within(0, 0, Intrinsics.Width, Intrinsics.Height).IsEmpty));
        }

        return seen;
    }

    // Of a part of an image, what the whole one sees: shadows are fitted to that.
    private PixelRectangle OnCanvas(ScreenRectangle rectangle) => Request.Part is { Whole: var whole, Pixels: var part }
        ? rectangle.Within(-part.X, -part.Y, whole.Width - part.X, whole.Height - part.Y)
        : rectangle.Within(-Intrinsics.Width, -Intrinsics.Height, 2 * Intrinsics.Width, 2 * Intrinsics.Height);

    private Draw[] SortBackToFront(Draw[] draws, GpuScene scene, SceneInstance instance, DrawList list) =>
    [
        .. draws
            .SelectMany(draw => Enumerable.Range(draw.FirstEntry, draw.EntryCount).Select(entry => draw with { FirstEntry = entry, EntryCount = 1 }))
            .OrderByDescending(draw => DepthOf(draw, scene, instance, (int)list.Entries[draw.FirstEntry]))
            .ThenBy(draw => draw.FirstEntry)
            .ThenBy(draw => draw.Primitive.FirstTriangle),
    ];

    private double DepthOf(Draw draw, GpuScene scene, SceneInstance instance, int index)
    {
        int mesh = scene.MeshOf(index, instance)!.Value, primitive = Array.IndexOf(scene.Geometry.Primitives[mesh], draw.Primitive);
        Vector3d centre = Bounds.Of(scene.Scene.Meshes[mesh].Primitives[primitive]).Centre;
        return _worldToCamera.TransformPoint(instance.NodeToWorld[scene.Instances[index].Node].TransformPoint(centre)).Z;
    }
}
