using SensorSim.Datasets;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Outcomes;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Scenarios.Episodes;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Hosting.Records;

/// <summary>What records say of tasks and of who showed how to do them.</summary>
internal static class TaskRecords
{
    /// <summary>Null where the scenario has no task.</summary>
    public static TaskRecord? Of(TaskWords? task, TaskOutcome? outcome) => task is null
        ? null
        : new(task.Verb, task.Object, task.Goal) { Success = outcome?.IsSuccess, Failure = outcome?.Reason, FailureDetail = outcome?.Detail };

    /// <summary>Null where robots do nothing that somebody showed.</summary>
    public static DemonstrationRecord[]? DemonstrationsOf(JointSettings? joints, SceneInstance cousin)
    {
        JointMove.Demonstrated[] shown = [.. joints?.Moves.OfType<JointMove.Demonstrated>() ?? []];
        return shown.Length == 0 ? null : [.. shown.Zip(cousin.Motion!.Demonstrations, Of)];
    }

    private static DemonstrationRecord Of(JointMove.Demonstrated shown, AdaptedDemonstration adapted) =>
        new(shown.Id, shown.Recording.File, shown.Hand, [.. adapted.Segments.Select(segment => Of(segment, adapted.StartSeconds))]);

    private static DemonstrationSegmentRecord Of(AdaptedSegment segment, double start) =>
        new(segment.Object, start + segment.StartSeconds, start + segment.EndSeconds, [segment.Shift.X, segment.Shift.Y, segment.Shift.Z], segment.TurnDegrees);
}
