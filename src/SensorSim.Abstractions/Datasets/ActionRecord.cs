namespace SensorSim.Datasets;

/// <summary>What a robot-learning dataset calls its columns, of one step; joints in the order of <see cref="FrameRecord.Joints"/>, every number of a joint behind the other.</summary>
/// <param name="ObservationState">Where the joints are at the instant of the labels: rad, m, quaternions x, y, z, w.</param>
/// <param name="Action">Where they are to be at the next step's instant: what motors are told, where there are some.</param>
/// <param name="NextDone">Whether this is the episode's last step.</param>
public sealed record ActionRecord(IReadOnlyList<double> ObservationState, IReadOnlyList<double> Action, bool NextDone);
