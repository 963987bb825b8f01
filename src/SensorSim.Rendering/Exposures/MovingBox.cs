using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Rendering.Planning;
using SensorSim.Rendering.Twin;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Motion;

namespace SensorSim.Rendering.Exposures;

/// <summary>The box around one node's mesh at some instants of an exposure, and what it may fill between them.</summary>
internal sealed class MovingBox
{
    private readonly Vector3d[][] _corners; // by instant, in the world

    private MovingBox(Vector3d[][] corners, bool moves)
    {
        (_corners, Moves) = (corners, moves);
        Bounds all = corners.SelectMany(at => at).Aggregate((Bounds?)null, (box, corner) => Bounds.Union(box, new(corner, corner)))!.Value;
        World = all.Grown(LargestStep(corners, (a, b) => (a - b).Length));
    }

    /// <summary>Whether it is not the same at all of the instants, or its mesh may change shape.</summary>
    public bool Moves { get; }

    /// <summary>The box of a node; null of one that shows no mesh, or one without vertices.</summary>
    public static MovingBox? Of(int node, IReadOnlyList<SceneInstance> instants)
    {
        Scene scene = instants[0].Twin;
        if (instants[0].MeshOf(node) is not { } mesh || Bounds.Of(scene.Meshes[mesh]) is not { } rest)
        {
            return null;
        }

        Vector3d[][] corners = [.. instants.Select(instant => Corners(instant, node, rest))];
        bool moves = instants[0].DeformedMeshes.ContainsKey(node) || corners.Any(at => !at.AsSpan().SequenceEqual(corners[0]));
        return new(moves ? corners : corners[..1], moves);
    }

    /// <summary>What it may fill: the box around all instants, and as much more as it moves from one to the next.</summary>
    public Bounds World { get; }

    /// <summary>Where a camera that stands still may see it; null where it does not.</summary>
    public ScreenRectangle? On(CameraView camera)
    {
        Matrix4x4d worldToCamera = camera.CameraToWorld.InverseAffine();
        Vector3d[][] points = [.. _corners.Select(at => Array.ConvertAll(at, corner => worldToCamera.TransformPoint(corner)))];
        ScreenRectangle?[] places = [.. points.Select(at => ScreenRectangle.Of(at, camera.Intrinsics, ViewPlan.Near))];
        if (places.All(place => place is null))
        {
            return null;
        }

        if (points.Any(at => at.Any(point => point.Z < ViewPlan.Near)))
        {
            return ScreenRectangle.Everywhere;
        }

        double step = LargestStep(points, (a, b) => Distance(camera.Intrinsics.Project(a), camera.Intrinsics.Project(b)));
        return places.Select(place => place!.Value).Aggregate(ScreenRectangle.Union).Grown(step);
    }

    private static Vector3d[] Corners(SceneInstance instant, int node, in Bounds rest)
    {
        var corners = new Vector3d[8];
        Bounds box = instant.DeformedMeshes.TryGetValue(node, out DeformedMesh? deformed) ? Bounds.Of(deformed.Min, deformed.Max) : rest;
        box.Corners(instant.NodeToWorld[node], corners);
        return corners;
    }

    private static double LargestStep(Vector3d[][] instants, Func<Vector3d, Vector3d, double> distance) =>
        instants.Zip(instants.Skip(1), (before, after) => before.Zip(after, distance).Max()).DefaultIfEmpty(0).Max();

    private static double Distance(ImagePoint? a, ImagePoint? b) =>
        a is { } from && b is { } to ? Math.Max(Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y)) : double.PositiveInfinity;
}
