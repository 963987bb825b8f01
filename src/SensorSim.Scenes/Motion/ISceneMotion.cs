using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Robots.Demonstrations;

namespace SensorSim.Scenes.Motion;

/// <summary>Where a cousin's nodes are at any time of an episode.</summary>
public interface ISceneMotion
{
    /// <summary>Whether two instants of the episode may differ.</summary>
    bool Moves { get; }

    /// <summary>Nodes that move by themselves; what hangs on them goes along.</summary>
    IReadOnlySet<int> MovingNodes { get; }

    /// <summary>How the joints of robots stand at an instant.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    IReadOnlyList<JointReading> JointsAt(double seconds) => [];

    /// <summary>Hands of robots, of whose pose and fingers records tell.</summary>
    IReadOnlyList<RobotHand> Hands => [];

    /// <summary>What robots do that somebody showed.</summary>
    IEnumerable<AdaptedDemonstration> Demonstrations => [];

    /// <summary>How they should stand: where motors take them there, that is not where they are.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    IReadOnlyList<JointReading> TargetsAt(double seconds) => JointsAt(seconds);

    /// <summary>The pose at an instant; the same object when nothing has moved since the last one asked for.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    ScenePose At(double seconds);
}
