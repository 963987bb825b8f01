using SensorSim.Geometry;
using SensorSim.Physics;

namespace SensorSim.UnitTests.Physics;

/// <summary>A world in which bodies are where a test says.</summary>
internal sealed class ToldWorld(WorldDescription description) : IPhysicsWorld
{
    public BodyState[] States { get; } = [.. description.Bodies.Select(body => new BodyState(body.Pose, body.Pose.Position, Vector3d.Zero, Vector3d.Zero))];

    public List<string> Calls { get; } = [];

    public WorldDescription Description => description;

    public long Steps { get; private set; }

    public IReadOnlyList<Contact> Contacts => [];

    public void Step() => Steps++;

    public BodyState Body(int body) => States[body];

    public JointState Joint(int joint) => new([], []);

    public PhysicsSnapshot? Snapshot() => null;

    public void Restore(PhysicsSnapshot snapshot) => throw new PhysicsException("There are none.");

    public void SetVelocity(int body, Vector3d linear, Vector3d angular) => Calls.Add($"velocity {body} {linear}");

    public void SetPose(int body, Pose pose) => Calls.Add($"pose {body}");

    public void MoveTo(int body, Pose pose) => Calls.Add($"move {body}");

    public void ApplyImpulse(int body, Vector3d impulse, Vector3d point) => Calls.Add(FormattableString.Invariant($"impulse {body} {impulse.X} {impulse.Y} {impulse.Z} at {point.X} {point.Y} {point.Z}"));

    public void SetFriction(int body, double friction) => Calls.Add(FormattableString.Invariant($"friction {body} {friction}"));

    public void SetPairFriction(int bodyA, int bodyB, double friction) => Calls.Add("pair");

    public void SetBodyEnabled(int body, bool isEnabled) => Calls.Add("enable");

    public void SetJointEnabled(int joint, bool isEnabled) => Calls.Add($"joint {joint} {(isEnabled ? "holds" : "lets go")}");

    public void Dispose()
    {
    }
}
