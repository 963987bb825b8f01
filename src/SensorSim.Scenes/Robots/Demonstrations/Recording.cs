using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Robots.Courses;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots.Demonstrations;

/// <summary>What was shown, as it was: in the scene of the file, with joints where they begin. Times are the recording's.</summary>
internal sealed class Recording
{
    private readonly Scene _scene;
    private readonly JointMove.Recorded _file;
    private readonly Matrix4x4d[] _toWorld;
    private readonly JointCourse?[] _arm;
    private readonly double[] _armStart;
    private readonly JointCourse? _hand;
    private readonly JointCourse?[] _others;
    private readonly Dictionary<int, JointCourse> _objects = [];

    /// <param name="scene">With joints.</param>
    /// <param name="shown">Without errors.</param>
    /// <param name="start">By place, where joints begin.</param>
    public Recording(Scene scene, JointMove.Demonstrated shown, IReadOnlyList<IReadOnlyList<double>> start)
    {
        (_scene, _file) = (scene, shown.Recording with { StartSeconds = 0 });
        HandNode = RobotLinks.NodeOf(scene, shown.Hand)!.Value;
        Arm = new(scene, HandNode, DemonstratedJoints.DrivenBy(shown, scene), start);
        _toWorld = WorldOf(scene, start);
        _armStart = [.. Arm.Places.Select(place => start[place][0])];
        _arm = [.. Arm.Joints.Select(CourseOf)];
        _hand = _arm.Any(course => course is not null) ? null : CourseOf(PoseColumns(shown.Hand, HandNode));
        Others = [.. scene.Articulation.Joints.Index().Where(joint => !Arm.Places.Contains(joint.Index) && joint.Item.IsScalar && GlobPattern.Matches(shown.Match, joint.Item.Name) && CourseOf(joint.Item) is not null).Select(joint => joint.Item)];
        _others = [.. Others.Select(CourseOf)];
        foreach (string name in shown.Segments.Select(segment => segment.Object).OfType<string>().Where(name => name != DemonstrationSegment.World))
        {
            int node = RobotLinks.NodeOf(scene, name)!.Value;
            Nodes[name] = node;
            if (CourseOf(PoseColumns(name, node)) is { } course)
            {
                _objects[node] = course;
            }
        }
    }

    /// <summary>The joints that move the hand.</summary>
    public ArmChain Arm { get; }

    /// <summary>The hand.</summary>
    public int HandNode { get; }

    /// <summary>Joints that go as they were shown whatever the hand does: fingers.</summary>
    public IReadOnlyList<ArticulatedJoint> Others { get; }

    /// <summary>Object → node, of those that lead the hand.</summary>
    public Dictionary<string, int> Nodes { get; } = new(StringComparer.Ordinal);

    /// <summary>Where its samples are.</summary>
    public IReadOnlyList<double> Times => _file.Trajectory!.TimesSeconds;

    /// <summary>By node, before it begins.</summary>
    public IReadOnlyList<Matrix4x4d> NodeToWorld => _toWorld;

    /// <summary>Where its base was.</summary>
    public Pose Base => Arm.BaseIn(_toWorld);

    /// <summary>Positions of the arm's joints; of what was not recorded, where they begin.</summary>
    public double[] ArmAt(double seconds) => [.. _arm.Select((course, i) => course?.At(seconds)[0] ?? _armStart[i])];

    /// <summary>Positions of <see cref="Others"/>.</summary>
    public double[] OthersAt(double seconds) => [.. _others.Select(course => course!.At(seconds)[0])];

    /// <summary>Where the hand was.</summary>
    public Pose HandAt(double seconds) => _hand is { } course ? InWorld(HandNode, course, seconds) : Arm.Hand(Base, ArmAt(seconds), []);

    /// <summary>Where an object was; of one without columns, where the scene has it.</summary>
    public Pose ObjectAt(int node, double seconds) => _objects.TryGetValue(node, out JointCourse? course) ? InWorld(node, course, seconds) : Stretch.PoseOf(_toWorld[node]);

    /// <summary>Seven columns of a pose are called as those of a free joint.</summary>
    public static ArticulatedJoint PoseColumns(string name, int node) => new(name, node, JointType.Free) { Zero = [0, 0, 0, 0, 0, 0, 1] };

    private JointCourse? CourseOf(ArticulatedJoint joint) => JointColumns.Of(joint, _file.Trajectory!) is { } columns ? new RecordedCourse(joint, _file, columns) : null;

    private Pose InWorld(int node, JointCourse course, double seconds)
    {
        IReadOnlyList<double> p = course.At(seconds);
        Pose inModel = new(new(p[0], p[1], p[2]), new Quaterniond(p[3], p[4], p[5], p[6]).Normalized());
        int? root = RobotLinks.Upwards(_scene, node).Where(_scene.Articulation.Roots.Contains).Select(one => (int?)one).FirstOrDefault();
        return root is { } model ? Stretch.PoseOf(_toWorld[model]) * inModel : inModel;
    }

    private static Matrix4x4d[] WorldOf(Scene scene, IReadOnlyList<IReadOnlyList<double>> start)
    {
        Matrix4x4d[] local = [.. scene.Nodes.Select(node => node.LocalTransform)];
        foreach ((int node, Matrix4x4d pose) in ForwardKinematics.Of(scene, start))
        {
            local[node] = pose;
        }

        return scene.WorldTransforms(local);
    }
}
