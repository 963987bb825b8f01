using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>The joints between a robot's base and its hand. World space, metres and radians.</summary>
internal sealed class ArmChain
{
    private readonly List<(Pose Before, int? Place)> _links = [];
    private readonly ArticulatedJoint[] _joints;

    /// <param name="scene">With joints.</param>
    /// <param name="hand">The node that the last joint moves, or one that hangs on it.</param>
    /// <param name="isDriven">Of a place in the scene's joints, whether it may move; others stay where they begin.</param>
    /// <param name="start">By place, where joints begin.</param>
    public ArmChain(Scene scene, int hand, Func<int, bool> isDriven, IReadOnlyList<IReadOnlyList<double>> start)
    {
        ILookup<int, (int Place, ArticulatedJoint Joint)> joints = scene.Articulation.Joints.Index().Select(joint => (Place: joint.Index, Joint: joint.Item)).ToLookup(joint => joint.Joint.Node);
        List<int> way = [.. RobotLinks.Upwards(scene, hand).Reverse()];
        way.RemoveRange(0, Math.Max(0, way.FindIndex(node => joints[node].Any(joint => isDriven(joint.Place)))));
        BaseNode = scene.Nodes[way[0]].Parent;
        var places = new List<int>();
        foreach (int node in way)
        {
            Pose before = Stretch.PoseOf(scene.Nodes[node].LocalTransform);
            foreach ((int place, ArticulatedJoint joint) in joints[node])
            {
                if (isDriven(place))
                {
                    _links.Add((before, places.Count));
                    places.Add(place);
                    before = Pose.Identity;
                }
                else
                {
                    before *= joint.Type == JointType.Free ? Pose.Identity : ForwardKinematics.Motion(joint, start[place]);
                }
            }

            _links.Add((before, null));
        }

        (Places, _joints) = (places, [.. places.Select(place => scene.Articulation.Joints[place])]);
    }

    /// <summary>The node that its first link hangs on; null is the world.</summary>
    public int? BaseNode { get; }

    /// <summary>Its joints by their place in the scene, from the base on; none where the hand hangs on no joint.</summary>
    public IReadOnlyList<int> Places { get; }

    /// <summary>In the same order.</summary>
    public IReadOnlyList<ArticulatedJoint> Joints => _joints;

    /// <summary>Where its base is.</summary>
    /// <param name="nodeToWorld">By node.</param>
    public Pose BaseIn(IReadOnlyList<Matrix4x4d> nodeToWorld) => BaseNode is { } node ? Stretch.PoseOf(nodeToWorld[node]) : Pose.Identity;

    /// <summary>Where its hand is.</summary>
    /// <param name="from">The base.</param>
    /// <param name="positions">Of its joints.</param>
    /// <param name="lines">Takes for each joint a point of its axis, and its direction; may be empty.</param>
    public Pose Hand(Pose from, ReadOnlySpan<double> positions, Span<(Vector3d Point, Vector3d Axis)> lines)
    {
        Pose at = from;
        foreach ((Pose before, int? place) in _links)
        {
            at *= before;
            if (place is not { } i)
            {
                continue;
            }

            if (!lines.IsEmpty)
            {
                lines[i] = (at.Point(_joints[i].Anchor), at.Rotation.Rotate(_joints[i].Axis));
            }

            at *= ForwardKinematics.Motion(_joints[i], [positions[i]]);
        }

        return at;
    }
}
