using SensorSim.Geometry;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Robots;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Skeletons;

namespace SensorSim.Scenes.Motion;

/// <summary>Plays one animation of a twin from time 0 on, over and over, with some of its nodes moved aside and some carried along paths.</summary>
public sealed class AnimatedMotion : ISceneMotion
{
    private readonly Scene _twin;
    private readonly Animation? _animation;
    private readonly IReadOnlyDictionary<int, Matrix4x4d> _moved;
    private readonly Lazy<ScenePose> _rest;
    private readonly Lazy<CarriedSkeletons?> _skeletons;

    /// <param name="twin">The scene as read.</param>
    /// <param name="animation">What plays; null holds the pose of the file.</param>
    /// <param name="moved">Node → transform in its parent's frame that is applied after the node's own.</param>
    public AnimatedMotion(Scene twin, Animation? animation, IReadOnlyDictionary<int, Matrix4x4d> moved)
    {
        ArgumentNullException.ThrowIfNull(twin);
        ArgumentNullException.ThrowIfNull(moved);
        (_twin, _animation, _moved) = (twin, animation, moved);
        _rest = new(() => PoseOf(Local(0), [], seconds: 0));
        _skeletons = new(() => CarriedSkeletons.Of(twin, _moved.Keys.Concat(Paths.Keys).ToHashSet()));
        Robot = new(twin, null);
    }

    /// <summary>Where everything is in the pose of the file.</summary>
    public static ScenePose RestPose(Scene twin) => new AnimatedMotion(twin, null, new Dictionary<int, Matrix4x4d>()).At(0);

    /// <summary>How joints move.</summary>
    public RobotMotion Robot { get; init; }

    /// <summary>Node → what carries it along, after everything else that moves it.</summary>
    public IReadOnlyDictionary<int, NodePath> Paths { get; init; } = System.Collections.ObjectModel.ReadOnlyDictionary<int, NodePath>.Empty;

    public bool Moves => _animation is { DurationSeconds: > 0 } || Paths.Count > 0 || Robot.Moves;

    public IReadOnlySet<int> MovingNodes => (_animation is { DurationSeconds: > 0 } ? _animation.Channels.Select(channel => channel.Node) : []).Concat(Paths.Keys)
        .Concat(CarriedSkeletons.Of(_twin, Paths.Keys.ToHashSet())?.Joints ?? []).Concat(Robot.MovingNodes).ToHashSet();

    public IReadOnlyList<RobotHand> Hands => Robot.Hands;

    public IEnumerable<AdaptedDemonstration> Demonstrations => Robot.Demonstrations;

    public IReadOnlyList<JointReading> JointsAt(double seconds) => Robot.At(seconds);

    public ScenePose At(double seconds)
    {
        if (_animation is null && Paths.Count == 0 && !Robot.Moves)
        {
            return _rest.Value;
        }

        Matrix4x4d[] local = Local(seconds);
        var weights = new Dictionary<int, float[]>();
        double time = _animation is { DurationSeconds: > 0 } && seconds > 0 ? seconds % _animation.DurationSeconds : 0;
        foreach (IGrouping<int, AnimationChannel> channels in _animation?.Channels.GroupBy(channel => channel.Node) ?? [])
        {
            Move(channels.Key, channels, time, local, weights);
        }

        return PoseOf(local, weights, seconds);
    }

    private Matrix4x4d[] Local(double seconds)
    {
        Matrix4x4d[] local = [.. _twin.Nodes.Select(node => node.LocalTransform)];
        Robot.Apply(seconds, local);
        return local;
    }

    private void Move(int node, IEnumerable<AnimationChannel> channels, double time, Matrix4x4d[] local, Dictionary<int, float[]> weights)
    {
        LocalPose pose = _twin.Nodes[node].Pose ?? LocalPose.Identity;
        bool isPlaced = false;
        foreach (AnimationChannel channel in channels)
        {
            double[] v = new double[channel.Track.Components];
            channel.Track.Sample(time, v);
            isPlaced |= channel.Property != AnimatedProperty.Weights;
            switch (channel.Property)
            {
                case AnimatedProperty.Translation:
                    pose = pose with { Translation = new(v[0], v[1], v[2]) };
                    break;
                case AnimatedProperty.Rotation:
                    pose = pose with { Rotation = new(v[0], v[1], v[2], v[3]) };
                    break;
                case AnimatedProperty.Scale:
                    pose = pose with { Scale = new(v[0], v[1], v[2]) };
                    break;
                default:
                    weights[node] = Array.ConvertAll(v, weight => (float)weight);
                    break;
            }
        }

        if (isPlaced)
        {
            local[node] = pose.ToMatrix();
        }
    }

    private ScenePose PoseOf(Matrix4x4d[] local, Dictionary<int, float[]> weights, double seconds)
    {
        Matrix4x4d[] unmoved = _skeletons.Value is null ? [] : _twin.WorldTransforms(local);
        foreach ((int node, Matrix4x4d move) in _moved)
        {
            local[node] = move * local[node];
        }

        foreach ((int node, NodePath path) in Paths)
        {
            local[node] = path.At(seconds) * local[node];
        }

        Matrix4x4d[] worlds = _twin.WorldTransforms(local);
        _skeletons.Value?.Follow(unmoved, worlds);
        return new(worlds, () => Deform(worlds, weights));
    }

    private Dictionary<int, DeformedMesh> Deform(Matrix4x4d[] worlds, Dictionary<int, float[]> weights)
    {
        var meshes = new Dictionary<int, DeformedMesh>();
        for (int node = 0; node < _twin.Nodes.Count; node++)
        {
            if (_twin.Nodes[node] is { Mesh: int mesh, InScene: true } && _twin.Meshes[mesh] is { IsDeformable: true } deformable)
            {
                meshes.Add(node, DeformedMesh.Of(deformable, MeshPose.Of(_twin, node, worlds, weights.GetValueOrDefault(node))));
            }
        }

        return meshes;
    }
}
