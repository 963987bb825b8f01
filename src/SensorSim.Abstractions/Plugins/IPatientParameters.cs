namespace SensorSim.Plugins;

/// <summary>A parameter record of a plugin that waits for others: its calls take longer than a stage's ever do, and are not taken for hung before their own time is over. Implemented explicitly, so that it is no parameter.</summary>
public interface IPatientParameters
{
    /// <summary>How long one call may take.</summary>
    TimeSpan LongestCall { get; }
}
