using System.Collections.Concurrent;
using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;

namespace SensorSim.Scenes.Cousins.Views;

/// <summary>
/// Keeps a camera out of objects and off surfaces, its target in sight, and no two samples alike. Repeats are looked for among the samples of a block of
/// <see cref="Block"/> with lower indices, so that any sample can be had by itself.
/// </summary>
public sealed class CameraRule : ICousinRule
{
    /// <summary>Samples among which no camera repeats another's pose.</summary>
    public const int Block = 64;

    private readonly CameraSettings _camera;
    private readonly CameraValidity _validity;
    private readonly Func<SceneInstance, CameraView> _viewOf;
    private readonly Func<long, SceneInstance> _sample;
    private readonly MeshTrees _trees;
    private readonly TargetVisibility _visibility;
    private readonly Instance[] _targets;
    private readonly ConcurrentDictionary<long, Matrix4x4d> _poses = new();

    /// <param name="camera">As the scenario has it, with what it must be.</param>
    /// <param name="trees">The twin's meshes.</param>
    /// <param name="viewOf">The camera that a cousin draws.</param>
    /// <param name="sample">The cousin of a lower index that this rule lets be.</param>
    public CameraRule(CameraSettings camera, MeshTrees trees, Func<SceneInstance, CameraView> viewOf, Func<long, SceneInstance> sample)
    {
        ArgumentNullException.ThrowIfNull(camera);
        ArgumentNullException.ThrowIfNull(trees);
        (_camera, _trees, _viewOf, _sample, _visibility) = (camera, trees, viewOf, sample, new(trees));
        _validity = camera.Validity ?? throw new ArgumentException($"The camera '{camera.Name}' may be anything.", nameof(camera));
        _targets = _validity.Target is { } pattern ? [.. SceneInstances.Of(trees.Scene).Where(thing => GlobPattern.Matches(pattern, thing.Name))] : [];
    }

    public string? BrokenBy(SceneInstance cousin)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        CameraView view = _viewOf(cousin);
        return WhyNot(view, cousin, TriangleScene.Of(_trees, cousin)) is { } why ? $"camera {_camera.Name} {why}" : null;
    }

    public ScenarioError Starved(string problem, bool isOfTwin) =>
        new(_validity.Position, $"cameras.{_camera.Name}.valid", isOfTwin ? $"the twin itself, before anything is drawn, does not keep it: {problem}" : problem, "a pose, or a range of poses, that keeps it more often") { Example = "valid: { clear_m: 0.05, target: \"box*\", visible: 0.3 }" };

    private string? WhyNot(CameraView view, SceneInstance cousin, TriangleScene scene)
    {
        Vector3d eye = view.CameraToWorld.Translation;
        return scene.IsInside(eye) ? "inside an object"
            : _validity.ClearMetres > 0 && scene.NearTo(eye, _validity.ClearMetres) is not null ? "too near a surface"
            : _validity.Target is not null && _visibility.ShareOf(view, _targets, cousin, scene) < _validity.VisibleShare ? "does not see its target"
            : IsRepeat(view.CameraToWorld, cousin.Sample) ? "as in an earlier sample"
            : null;
    }

    private bool IsRepeat(Matrix4x4d pose, long sample)
    {
        if (_validity.ApartMetres is not { } metres)
        {
            return false;
        }

        long first = sample / Block * Block;
        foreach (long old in _poses.Keys.Where(other => other < first - Block))
        {
            _poses.TryRemove(old, out _);
        }

        return Enumerable.Range(0, (int)(sample - first)).Any(i => IsSame(pose, PoseOf(first + i), metres, _validity.ApartDegrees));
    }

    private Matrix4x4d PoseOf(long sample) => _poses.GetOrAdd(sample, index => _viewOf(_sample(index)).CameraToWorld);

    private static bool IsSame(Matrix4x4d one, Matrix4x4d other, double metres, double degrees) =>
        (one.Translation - other.Translation).Length < metres && (degrees == 0 || DegreesBetween(one, other) < degrees);

    // The trace of a rotation is 1 + 2 cos.
    private static double DegreesBetween(Matrix4x4d one, Matrix4x4d other)
    {
        double trace = Vector3d.Dot(one.ColumnX, other.ColumnX) + Vector3d.Dot(one.ColumnY, other.ColumnY) + Vector3d.Dot(one.ColumnZ, other.ColumnZ);
        return Math.Acos(Math.Clamp((trace - 1) / 2, -1, 1)) * (180 / Math.PI);
    }
}
