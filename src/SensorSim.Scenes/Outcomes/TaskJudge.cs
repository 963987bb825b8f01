using SensorSim.Geometry;
using SensorSim.Scenes.Bodies;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Rays;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Scenarios.Episodes;
using static System.FormattableString;

namespace SensorSim.Scenes.Outcomes;

/// <summary>Says of episodes whether their task succeeded. Any thread may ask.</summary>
public sealed class TaskJudge
{
    /// <summary>What must hold once or all along is looked at so often.</summary>
    private const double StepSeconds = 0.02;

    private const double StillMetresPerSecond = 0.05;

    private readonly IReadOnlyList<SuccessCondition> _conditions;
    private readonly Dictionary<string, (int Node, Vector3d Middle)> _objects;
    private readonly ObjectContacts _contacts;

    /// <param name="conditions">Of a scenario without errors.</param>
    /// <param name="scene">Of all cousins.</param>
    public TaskJudge(IReadOnlyList<SuccessCondition> conditions, Scene scene)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(scene);
        HashSet<string> named = [.. conditions.SelectMany(condition => new[] { condition.Object, condition.Other }).OfType<string>()];
        (_conditions, _contacts) = (conditions, new(scene));
        _objects = SceneNames.Of(scene).Objects.Where(thing => named.Contains(thing.Name)).ToDictionary(thing => thing.Name, thing => (thing.Node, MiddleOf(scene.Meshes[thing.Mesh])), StringComparer.Ordinal);
    }

    /// <summary>The outcome of an episode.</summary>
    /// <param name="cousin">With the motion of a simulation.</param>
    /// <param name="startSeconds">Of the episode.</param>
    /// <param name="endSeconds">Of the same.</param>
    public TaskOutcome Of(SceneInstance cousin, double startSeconds, double endSeconds)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        if ((cousin.Motion as SimulatedMotion)?.Episode.Broken is { } broken)
        {
            return TaskOutcome.Failure(TaskOutcome.Unlawful, broken);
        }

        foreach (AdaptedDemonstration shown in cousin.Motion?.Demonstrations ?? [])
        {
            if (shown.Obstacle is { } obstacle)
            {
                return TaskOutcome.Failure(obstacle.Split(':')[0], $"{shown.Id} cannot be done: {obstacle}");
            }
        }

        var motion = (SimulatedMotion)cousin.Motion!;
        foreach (SuccessCondition condition in _conditions)
        {
            if (Unmet(condition, motion, startSeconds, endSeconds) is { } found)
            {
                return Unfinished(cousin, endSeconds) is { } unfinished
                    ? TaskOutcome.Failure("recording not over", unfinished)
                    : TaskOutcome.Failure(condition.Words, $"asked was {condition.Words}; {found}");
            }
        }

        return TaskOutcome.Success;
    }

    private static string? Unfinished(SceneInstance cousin, double endSeconds) => cousin.Motion!.Demonstrations.FirstOrDefault(shown => shown.EndSeconds > endSeconds + 1e-9) is { } late
        ? Invariant($"{late.Id} takes until {late.EndSeconds:0.##} s, and the episode ends at {endSeconds:0.##} s")
        : null;

    // What was found where it does not hold; null where it does.
    private string? Unmet(SuccessCondition condition, SimulatedMotion motion, double start, double end)
    {
        if (condition.When == SuccessMoment.End)
        {
            return Unmet(condition, motion, start, end, at: end) is { } found ? $"{found}{StillMoving(condition, motion, end)}" : null;
        }

        string? last = null;
        for (int i = 0; start + (i * StepSeconds) <= end; i++)
        {
            double at = start + (i * StepSeconds);
            string? found = Unmet(condition, motion, start, end, at);
            if (found is null != (condition.When == SuccessMoment.Always))
            {
                return found is null ? null : Invariant($"{found} at {at:0.##} s");
            }

            last = found ?? last;
        }

        return condition.When == SuccessMoment.Always ? null : $"never so: in the end {last}";
    }

    // What is not there yet may be on its way.
    private string StillMoving(SuccessCondition condition, SimulatedMotion motion, double end) =>
        condition.Kind is SuccessKind.On or SuccessKind.Touches && SpeedAt(motion, condition.Object, end) is > StillMetresPerSecond and var speed
            ? Invariant($" and still moves at {speed:0.##} m/s when the episode ends after {end:0.##} s") : "";

    private double SpeedAt(SimulatedMotion motion, string name, double at) => (1 / StepSeconds) * (MiddleAt(motion, name, at) - MiddleAt(motion, name, at - StepSeconds)).Length;

    private string? Unmet(SuccessCondition condition, SimulatedMotion motion, double start, double end, double at)
    {
        string name = condition.Object;
        switch (condition.Kind)
        {
            case SuccessKind.Near:
                double way = (MiddleAt(motion, name, at) - (condition.Other is { } other ? MiddleAt(motion, other, at) : condition.Point)).Length;
                return way <= condition.Limit ? null : Invariant($"{name} is {way:0.###} m away");
            case SuccessKind.Raised:
                double raised = MiddleAt(motion, name, at).Y - MiddleAt(motion, name, start).Y;
                return raised >= condition.Limit ? null : Invariant($"{name} is raised by {Math.Round(raised, 3) + 0.0:0.###} m");
            case SuccessKind.Upright:
                double tilt = Tilt(motion.At(start).NodeToWorld[_objects[name].Node], motion.At(at).NodeToWorld[_objects[name].Node]);
                return tilt <= condition.Limit ? null : Invariant($"{name} is tilted by {tilt:G3}°");
            case SuccessKind.SlowerThan:
                double speed = SpeedAt(motion, name, at);
                return speed < condition.Limit ? null : Invariant($"{name} moves at {speed:0.###} m/s");
            default:
                return UnmetContact(condition, motion.Episode, Math.Min(at, end));
        }
    }

    private string? UnmetContact(SuccessCondition condition, SimulatedEpisode episode, double at)
    {
        string[] touched = [.. _contacts.Of(condition, episode, at).Distinct(StringComparer.Ordinal)];
        bool isApart = condition.Kind == SuccessKind.ApartFrom;
        return touched.Length > 0 != isApart ? null
            : isApart ? $"{condition.Object} touches {string.Join(", ", touched)}"
            : condition.Kind == SuccessKind.On ? $"{condition.Object} does not lie there" : $"{condition.Object} touches nothing of it";
    }

    private Vector3d MiddleAt(SimulatedMotion motion, string name, double seconds) => motion.At(seconds).NodeToWorld[_objects[name].Node].TransformPoint(_objects[name].Middle);

    // How far the direction that was up is from it.
    private static double Tilt(Matrix4x4d before, Matrix4x4d now)
    {
        Vector3d up = (now * before.InverseAffine()).TransformDirection(Vector3d.UnitY).Normalized();
        return Math.Acos(Math.Clamp(up.Y, -1, 1)) * 180 / Math.PI;
    }

    private static Vector3d MiddleOf(Mesh mesh) => mesh.Primitives.Aggregate(Box.Empty, (box, part) => box.Union(Box.Around([.. part.Positions.Select(p => new Vector3d(p.X, p.Y, p.Z))]))).Centre;
}
