namespace SensorSim.Scenes.Robots;

/// <summary>Positions of joints over time, as recorded: radians and metres.</summary>
/// <param name="Columns">Names of joints; of one with several numbers NAME.x, .y, .z, .qx, .qy, .qz and .qw.</param>
/// <param name="TimesSeconds">Strictly increasing, at least one.</param>
/// <param name="Values">By sample, then by column.</param>
/// <param name="Lines">By sample, the line of the file.</param>
public sealed record JointTrajectory(IReadOnlyList<string> Columns, IReadOnlyList<double> TimesSeconds, IReadOnlyList<IReadOnlyList<double>> Values, IReadOnlyList<int> Lines)
{
    /// <summary>The column or key of the time, seconds.</summary>
    public const string Time = "time_s";
}
