using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Robots;
using SensorSim.Scenes.Motion;
using SensorSim.Scenes.Names;
using SensorSim.Scenes.Robots.Courses;
using SensorSim.Scenes.Robots.Demonstrations;
using SensorSim.Scenes.Scenarios.Joints;

namespace SensorSim.Scenes.Robots;

/// <summary>How the joints of a scene move. Without a scenario that says it they stay as the file has them.</summary>
public sealed class RobotMotion
{
    private readonly Scene _scene;
    private readonly JointSettings? _settings;
    private readonly Lazy<AdaptedDemonstration>[] _demonstrations;
    private readonly JointCourse[] _courses;
    private readonly IReadOnlyList<IReadOnlyList<double>> _start;
    private readonly bool _isServo;

    /// <param name="scene">With or without joints.</param>
    /// <param name="settings">Without errors, and with trajectories that are read.</param>
    public RobotMotion(Scene scene, JointSettings? settings)
        : this(scene, settings, null)
    {
    }

    private RobotMotion(Scene scene, JointSettings? settings, ScenePose? start)
    {
        ArgumentNullException.ThrowIfNull(scene);
        (_scene, _settings, _isServo) = (scene, settings, settings?.Drive == JointDriving.Servo);
        Articulation robot = scene.Articulation;
        _start = StartOf(robot, settings);
        _courses = [.. robot.Joints.Select((joint, i) => CourseOf(joint, MoveOf(scene, i, settings), _start[i]))];
        Hands = RobotHand.Of(scene, settings);
        JointMove.Demonstrated[] shown = [.. settings?.Moves.OfType<JointMove.Demonstrated>() ?? []];
        _demonstrations = [.. shown.Select(one => Demonstrate(one, start))];
        foreach (ModelCoupling coupling in robot.Couplings.Where(one => MoveOf(scene, one.Joint, settings) is null))
        {
            ArticulatedJoint joint = robot.Joints[coupling.Joint];
            _courses[coupling.Joint] = coupling.Of is { } leader
                ? new CoupledCourse(joint, robot.Joints[leader], _courses[leader], coupling.Coefficients)
                : new HeldCourse(joint, [joint.Zero[0] + coupling.Coefficients[0]]);
        }
    }

    /// <summary>Of whose pose and fingers records tell.</summary>
    public IReadOnlyList<RobotHand> Hands { get; }

    /// <summary>What somebody showed, where objects are.</summary>
    public IEnumerable<AdaptedDemonstration> Demonstrations => _demonstrations.Select(one => one.Value);

    /// <summary>The same where everything is when an episode begins: demonstrations go to their objects.</summary>
    /// <param name="start">As the episode begins.</param>
    public RobotMotion From(ScenePose start) => _demonstrations.Length == 0 ? this : new(_scene, _settings, start);

    /// <summary>Whether any joint ever moves by itself; servos are moved by physics, from where they begin.</summary>
    public bool Moves => !_isServo && _courses.Any(course => course.Moves);

    /// <summary>Nodes of joints that move by themselves.</summary>
    public IEnumerable<int> MovingNodes => _isServo ? [] : _scene.Articulation.Joints.Where((_, i) => _courses[i].Moves).Select(joint => joint.Node).Distinct();

    /// <summary>Puts nodes on joints where they are at an instant.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    /// <param name="local">Node → transform in its parent.</param>
    public void Apply(double seconds, Span<Matrix4x4d> local)
    {
        foreach ((int node, Matrix4x4d pose) in _courses.Length == 0 ? new Dictionary<int, Matrix4x4d>() : ForwardKinematics.Of(_scene, _isServo ? _start : [.. _courses.Select(course => course.At(seconds))]))
        {
            local[node] = pose;
        }
    }

    /// <summary>How joints stand at an instant, or should stand where servos take them there; free ones are told by where their object is.</summary>
    /// <param name="seconds">On the episode's clock.</param>
    public IReadOnlyList<JointReading> At(double seconds) =>
        [.. _scene.Articulation.Joints.Index().Where(joint => joint.Item.Type != JointType.Free).Select(joint => new JointReading(joint.Item, _courses[joint.Index].At(seconds), _courses[joint.Index].VelocityAt(seconds), null) { Start = _isServo ? _start[joint.Index] : null })];

    /// <summary>The positions in which joints begin.</summary>
    internal static IReadOnlyList<IReadOnlyList<double>> StartOf(Articulation robot, JointSettings? settings) =>
        robot.Keyframes.FirstOrDefault(key => key.Name == settings?.Start)?.Positions ?? [.. robot.Joints.Select(joint => joint.Zero)];

    /// <summary>What a scenario says of a joint.</summary>
    /// <param name="scene">With joints.</param>
    /// <param name="place">Of the joint among them.</param>
    /// <param name="settings">Of the scenario.</param>
    internal static JointMove? MoveOf(Scene scene, int place, JointSettings? settings) => settings?.Moves.FirstOrDefault(move => Takes(move, scene, place));

    private static bool Takes(JointMove move, Scene scene, int place)
    {
        ArticulatedJoint joint = scene.Articulation.Joints[place];
        return GlobPattern.Matches(move.Match, joint.Name) && move switch
        {
            JointMove.Recorded recorded => JointColumns.Of(joint, recorded.Trajectory!) is not null,
            JointMove.Demonstrated shown => DemonstratedJoints.Of(shown, scene).Contains(place),
            _ => joint.IsScalar,
        };
    }

    private static JointCourse CourseOf(ArticulatedJoint joint, JointMove? move, IReadOnlyList<double> start) => move switch
    {
        JointMove.Hold hold => new HeldCourse(joint, hold.At is { } at ? [at] : start),
        JointMove.Sine sine => new SineCourse(sine, sine.Centre ?? start[0]),
        JointMove.PointToPoint go => new MinimumJerkCourse(go, go.From ?? start[0]),
        JointMove.Recorded recorded => new RecordedCourse(joint, recorded, JointColumns.Of(joint, recorded.Trajectory!)!),
        _ => new HeldCourse(joint, start),
    };

    private Lazy<AdaptedDemonstration> Demonstrate(JointMove.Demonstrated shown, ScenePose? start)
    {
        var adaptation = new DemonstrationAdaptation(_scene, shown, _start);
        var adapted = new Lazy<AdaptedDemonstration>(() => adaptation.For(start?.NodeToWorld ?? adaptation.Shown));
        IReadOnlyDictionary<string, double> beginning = adaptation.Beginning;
        foreach ((int place, ArticulatedJoint joint) in _scene.Articulation.Joints.Index().Where(joint => MoveOf(_scene, joint.Index, _settings) == shown))
        {
            _courses[place] = new DemonstratedCourse(joint, beginning[joint.Name], shown.Recording.StartSeconds, adapted);
        }

        return adapted;
    }
}
