using SensorSim.Geometry;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Robots.Demonstrations;

namespace SensorSim.Scenes.Bodies;

/// <summary>A cousin's motion with bodies where a simulation has them, and what hangs on them beside them.</summary>
/// <param name="others">Moves everything else.</param>
/// <param name="episode">What bodies did.</param>
public sealed class SimulatedMotion(ISceneMotion others, SimulatedEpisode episode) : ISceneMotion
{
    /// <summary>What bodies did.</summary>
    public SimulatedEpisode Episode => episode;

    public bool Moves => true;

    public IReadOnlySet<int> MovingNodes => others.MovingNodes.Concat(episode.Bodies.Select(body => body.Node)).ToHashSet();

    public IReadOnlyList<RobotHand> Hands => others.Hands;

    public IEnumerable<AdaptedDemonstration> Demonstrations => others.Demonstrations;

    public IReadOnlyList<JointReading> JointsAt(double seconds) => episode.Joints is { } joints
        ? [.. others.JointsAt(seconds).Select(target => joints.At(target, seconds))]
        : others.JointsAt(seconds);

    public IReadOnlyList<JointReading> TargetsAt(double seconds) => others.TargetsAt(seconds);

    public ScenePose At(double seconds)
    {
        ScenePose pose = others.At(seconds);
        Matrix4x4d[] toWorld = [.. pose.NodeToWorld];
        foreach ((int i, BodyNode body) in episode.Bodies.Index())
        {
            Matrix4x4d before = toWorld[body.Node], now = body.NodeToWorld(episode.Track.At(i, seconds));
            Matrix4x4d move = now * before.InverseAffine();
            toWorld[body.Node] = now;
            foreach (int carried in body.Carries)
            {
                toWorld[carried] = move * toWorld[carried];
            }
        }

        return new(toWorld, () => pose.Meshes);
    }
}
