using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Scenes.Cousins.Placement;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Model.Physics;

namespace SensorSim.Scenes.Bodies;

/// <summary>The file's joints between the bodies of a cousin. Each hangs its child on what is nearer to something that stands; a joint that closes a ring is held as one that could let go.</summary>
/// <param name="cousin">At the beginning of its episode.</param>
/// <param name="plan">Its bodies.</param>
/// <param name="bodies">As far as they are described.</param>
internal sealed class FileJoints(SceneInstance cousin, BodyPlan plan, IReadOnlyDictionary<int, BodyDescription> bodies)
{
    /// <summary>How far both frames may be from a place where the joint could have them.</summary>
    private const double GapMetres = 1e-3;

    private const double GapRadians = 0.01;

    /// <exception cref="PhysicsException">A joint is torn as the episode begins.</exception>
    public IReadOnlyList<JointDescription> Describe()
    {
        var open = cousin.Twin.Physics.Joints.Where(joint => BodyOf(joint.Child) != BodyOf(joint.Parent)).ToList();
        var hung = new HashSet<int>();
        var described = new List<JointDescription>();
        var driven = new List<int>();
        while (open.Count > 0)
        {
            SceneJoint next = Next(open, hung);
            open.Remove(next);
            (int? child, int? parent) = (BodyOf(next.Child), BodyOf(next.Parent));
            bool isTurned = !IsFree(child, hung) && IsFree(parent, hung);
            (child, parent) = isTurned ? (parent, child) : (child, parent);
            if (child is null || !IsDynamic(child))
            {
                (child, parent, isTurned) = (parent, child, !isTurned);
            }

            if (IsDynamic(child))
            {
                described.Add(Describe(next, child!.Value, parent, isTurned, isRing: !hung.Add(child.Value)));
                driven.AddRange(next.Drive is { IsAcceleration: true } ? [described.Count - 1] : []);
            }
        }

        foreach (int place in driven)
        {
            described[place] = DriveServo.OfAcceleration(described[place], HungInertia.Of(described[place], described, bodies.Values));
        }

        return described;
    }

    // What hangs on something that stands or hangs already; else the first of what floats. What is driven goes first, so that a ring is closed by what is not: a joint that can let go has no motor.
    private SceneJoint Next(List<SceneJoint> open, HashSet<int> hung)
    {
        List<SceneJoint> held = open.FindAll(joint => IsHeld(BodyOf(joint.Parent), hung) || IsHeld(BodyOf(joint.Child), hung));
        return held.Find(joint => joint.Drive is not null) ?? held.FirstOrDefault() ?? open[0];
    }

    private int? BodyOf(int? node) => node is { } one ? plan.OwnerOf(one) : null;

    private bool IsDynamic(int? body) => body is { } node && plan.MotionOf(node) == BodyMotion.Dynamic;

    private bool IsHeld(int? body, HashSet<int> hung) => !IsDynamic(body) || hung.Contains(body!.Value);

    private bool IsFree(int? body, HashSet<int> hung) => IsDynamic(body) && !hung.Contains(body!.Value);

    private JointDescription Describe(SceneJoint joint, int child, int? parent, bool isTurned, bool isRing)
    {
        Pose own = FrameOf(joint.Child, joint.ChildFrame), other = FrameOf(joint.Parent, joint.ParentFrame);
        double stand = StandOf(joint, other.Inverse() * own);
        (double? lower, double? upper) = (joint.Lower - stand, joint.Upper - stand);
        Pose body = bodies[child].Pose, frame = isTurned ? other : own;
        return new()
        {
            Name = joint.Name,
            Type = joint.Type,
            Child = bodies[child].Name,
            Parent = parent is { } node ? bodies[node].Name : null,
            Anchor = body.Inverse().Point(frame.Position),
            Axis = body.Rotation.Conjugate().Rotate(frame.Rotation.Rotate(joint.Axis)),
            Lower = WithinTurn(joint, isTurned ? -upper : lower),
            Upper = WithinTurn(joint, isTurned ? -lower : upper),
            Releasable = isRing,
            Servo = joint.Servo ?? (isRing ? NoServo(joint) : DriveServo.Of(joint.Drive, stand, isTurned)),
        };
    }

    private static JointServo? NoServo(SceneJoint joint) => joint.Drive is null ? null
        : throw new PhysicsException($"The joint \"{joint.Name}\" closes a ring of bodies in which every joint has a drive; one without is expected.");

    // Worlds know no angle beyond half a turn from where bodies begin.
    private static double? WithinTurn(SceneJoint joint, double? limit) => joint.Type == JointType.Revolute && limit is <= -Math.PI or >= Math.PI ? null : limit;

    private Pose FrameOf(int? node, Pose frame) =>
        node is { } one ? Stretch.PoseOf(cousin.NodeToWorld[one]) * frame : frame;

    // How far it is from its zero, along or about its axis.
    private static double StandOf(SceneJoint joint, Pose between)
    {
        Vector3d shift = between.Position;
        double along = joint.Type == JointType.Prismatic ? Vector3d.Dot(shift, joint.Axis) : 0;
        Quaterniond turn = between.Rotation.Normalized();
        double about = joint.Type == JointType.Revolute ? Math.IEEERemainder(2 * Math.Atan2(Vector3d.Dot(new(turn.X, turn.Y, turn.Z), joint.Axis), turn.W), Math.Tau) : 0;
        Quaterniond rest = joint.Type == JointType.Ball ? Quaterniond.Identity : turn * Quaterniond.FromAxisAngle(joint.Axis, -about);
        double gap = (shift - (along * joint.Axis)).Length, tilt = 2 * Math.Asin(Math.Min(1, new Vector3d(rest.X, rest.Y, rest.Z).Length));
        return joint.Type == JointType.Free || (gap <= GapMetres && tilt <= GapRadians)
            ? along + about
            : throw new PhysicsException(FormattableString.Invariant(
                $"The joint \"{joint.Name}\" is torn as the episode begins: its two frames are {gap * 1000:0.#} mm and {tilt * 180 / Math.PI:0.#} degrees from where a {joint.Type.ToString().ToLowerInvariant()} joint can have them. Bodies that begin joined are expected."));
    }
}
