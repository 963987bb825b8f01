using SensorSim.Geometry;
using static System.FormattableString;

namespace SensorSim.Physics;

/// <summary>A backend's world as the host sees it: calls are accounted for, arguments checked, and a scene that explodes is told at once.</summary>
internal sealed class GuardedWorld(PhysicsBackend backend, object parameters, IPhysicsWorld world) : IPhysicsWorld
{
    private readonly bool[] _holds = [.. world.Description.Joints.Select(joint => joint.Enabled && joint.Type != JointType.Free)];

    public WorldDescription Description => world.Description;

    public long Steps => world.Steps;

    public IReadOnlyList<Contact> Contacts => Do(nameof(Contacts), world, static w => w.Contacts);

    public void Step() => Do(nameof(Step), this, static guarded => guarded.StepAndLook());

    public BodyState Body(int body) => Do(nameof(Body), (World: world, Index: Known(body)), static of => of.World.Body(of.Index));

    public JointState Joint(int joint) => Do(nameof(Joint), (World: world, Index: KnownJoint(joint)), static of => of.World.Joint(of.Index));

    public PhysicsSnapshot? Snapshot() => Do(nameof(Snapshot), (World: world, Holds: _holds), static of => of.World.Snapshot() is { } inner ? GuardedSnapshot.With(inner, of.Holds) : null);

    public void Restore(PhysicsSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        if (backend.Determinism != PhysicsDeterminism.FromSnapshot)
        {
            throw new PhysicsException($"{backend.LibraryVersion} has no snapshots: a world goes back by beginning anew with the same calls.");
        }

        (PhysicsSnapshot inner, bool[] holds) = GuardedSnapshot.Without(snapshot, _holds.Length);
        Do(nameof(Restore), (World: world, Snapshot: inner), static of => of.World.Restore(of.Snapshot));
        holds.CopyTo(_holds, 0);
    }

    public void SetVelocity(int body, Vector3d linear, Vector3d angular)
    {
        Require(Known(body), "given a velocity", BodyMotion.Dynamic, BodyMotion.Kinematic);
        Finite(body, linear, angular);
        Do(nameof(SetVelocity), (world, body, linear, angular), static of => of.world.SetVelocity(of.body, of.linear, of.angular));
    }

    public void SetPose(int body, Pose pose)
    {
        Require(Known(body), "put elsewhere", BodyMotion.Dynamic, BodyMotion.Kinematic);
        RequireLoose(body, "put elsewhere");
        Do(nameof(SetPose), (world, body, pose: Checked(body, pose)), static of => of.world.SetPose(of.body, of.pose));
    }

    public void MoveTo(int body, Pose pose)
    {
        Require(Known(body), "moved", BodyMotion.Kinematic);
        Do(nameof(MoveTo), (world, body, pose: Checked(body, pose)), static of => of.world.MoveTo(of.body, of.pose));
    }

    public void ApplyImpulse(int body, Vector3d impulse, Vector3d point)
    {
        Require(Known(body), "given an impulse", BodyMotion.Dynamic);
        Finite(body, impulse, point);
        Do(nameof(ApplyImpulse), (world, body, impulse, point), static of => of.world.ApplyImpulse(of.body, of.impulse, of.point));
    }

    public void SetFriction(int body, double friction) =>
        Do(nameof(SetFriction), (world, body: Known(body), friction: CheckedFriction(friction)), static of => of.world.SetFriction(of.body, of.friction));

    public void SetPairFriction(int bodyA, int bodyB, double friction) => Do(
        nameof(SetPairFriction), (world, a: Known(bodyA), b: Known(bodyB), friction: CheckedFriction(friction)), static of => of.world.SetPairFriction(of.a, of.b, of.friction));

    public void SetBodyEnabled(int body, bool isEnabled)
    {
        RequireLoose(Known(body), "switched on or off");
        Do(nameof(SetBodyEnabled), (world, body, isEnabled), static of => of.world.SetBodyEnabled(of.body, of.isEnabled));
    }

    public void SetJointEnabled(int joint, bool isEnabled)
    {
        JointDescription described = Description.Joints[KnownJoint(joint)];
        if (!described.Releasable)
        {
            throw new PhysicsException($"The joint \"{described.Name}\" cannot let go; releasable is expected in its description.");
        }

        Do(nameof(SetJointEnabled), (world, joint, isEnabled), static of => of.world.SetJointEnabled(of.joint, of.isEnabled));
        _holds[joint] = isEnabled && described.Type != JointType.Free;
    }

    public void SetJointTarget(int joint, double position, double velocity)
    {
        JointDescription described = Description.Joints[KnownJoint(joint)];
        if (described.Servo is null) throw new PhysicsException($"The joint \"{described.Name}\" has no servo; one is expected in its description.");
        if (!double.IsFinite(position) || !double.IsFinite(velocity)) throw new PhysicsException($"The joint \"{described.Name}\" is given a target that is no number; finite numbers are expected.");
        Do(nameof(SetJointTarget), (world, joint, position, velocity), static of => of.world.SetJointTarget(of.joint, of.position, of.velocity));
    }

    /// <summary>What the description says of targets: backends begin with the joint's zero.</summary>
    public void SetFirstTargets()
    {
        foreach ((int joint, JointDescription described) in Description.Joints.Index().Where(joint => joint.Item.Servo is { Target: not 0 } or { TargetVelocity: not 0 }))
        {
            SetJointTarget(joint, described.Servo!.Target, described.Servo.TargetVelocity);
        }
    }

    public void Dispose() => Do(nameof(Dispose), world, static w => w.Dispose());

    private void StepAndLook()
    {
        world.Step();
        for (int i = 0; i < Description.Bodies.Count; i++)
        {
            if (Description.Bodies[i].Motion == BodyMotion.Dynamic && !world.Body(i).IsFinite)
            {
                throw new UnstableWorldException(Invariant(
                    $"The scene explodes: the body \"{Description.Bodies[i].Name}\" is at no finite place after {Steps} steps ({Steps * Description.StepSeconds:0.######} s). A smaller step, less speed, or bodies that do not begin inside each other are expected."));
            }
        }
    }

    private TResult Do<TArguments, TResult>(string member, TArguments arguments, Func<TArguments, TResult> body) => backend.Guarded(member, parameters, arguments, body);

    private void Do<TArguments>(string member, TArguments arguments, Action<TArguments> body) =>
        backend.Guarded(member, parameters, (arguments, body), static of => { of.body(of.arguments); return true; });

    private int Known(int body) => body >= 0 && body < Description.Bodies.Count ? body : throw new PhysicsException(Invariant($"There is no body {body}; there are {Description.Bodies.Count}, counted from 0."));

    private int KnownJoint(int joint) => joint >= 0 && joint < Description.Joints.Count ? joint : throw new PhysicsException(Invariant($"There is no joint {joint}; there are {Description.Joints.Count}, counted from 0."));

    private void Require(int body, string what, params ReadOnlySpan<BodyMotion> motions)
    {
        BodyDescription described = Description.Bodies[body];
        if (!motions.Contains(described.Motion))
        {
            throw new PhysicsException($"The body \"{described.Name}\" is {described.Motion.ToString().ToLowerInvariant()} and cannot be {what}; a {string.Join(" or ", motions.ToArray()).ToLowerInvariant()} one is expected.");
        }
    }

    private void RequireLoose(int body, string what)
    {
        string name = Description.Bodies[body].Name;
        if (Description.Joints.Where((joint, i) => _holds[i] && (joint.Child == name || joint.Parent == name)).FirstOrDefault() is { } joint)
        {
            throw new PhysicsException($"The body \"{name}\" hangs on the joint \"{joint.Name}\" and cannot be {what}; a body that no joint holds is expected.");
        }
    }

    private void Finite(int body, Vector3d a, Vector3d b)
    {
        if (!a.IsFinite || !b.IsFinite) throw new PhysicsException($"The body \"{Description.Bodies[body].Name}\" is given a number that is none; finite numbers are expected.");
    }

    private Pose Checked(int body, Pose pose)
    {
        var rotation = new Vector3d(pose.Rotation.X + pose.Rotation.Y, pose.Rotation.Z, pose.Rotation.W);
        Finite(body, pose.Position, rotation);
        return pose with { Rotation = pose.Rotation.Normalized() };
    }

    private static double CheckedFriction(double friction) =>
        friction >= 0 && double.IsFinite(friction) ? friction : throw new PhysicsException(Invariant($"A friction of {friction} is given; 0 or more is expected."));
}
