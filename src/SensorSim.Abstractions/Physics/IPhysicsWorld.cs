using SensorSim.Geometry;

namespace SensorSim.Physics;

/// <summary>
/// Bodies that move by forces alone. Bodies and joints go by their place in the description. A world is used by one thread at a time; worlds do not know of each other.
/// Changes hold from the next step on.
/// </summary>
public interface IPhysicsWorld : IDisposable
{
    /// <summary>What it was built from.</summary>
    WorldDescription Description { get; }

    /// <summary>Steps since the beginning.</summary>
    long Steps { get; }

    /// <summary>Time since the beginning.</summary>
    double TimeSeconds => Steps * Description.StepSeconds;

    /// <summary>Goes on by <see cref="WorldDescription.StepSeconds"/>.</summary>
    /// <exception cref="PhysicsException">The scene explodes: a body is at no finite place any more.</exception>
    void Step();

    /// <summary>Where a body is now.</summary>
    BodyState Body(int body);

    /// <summary>How a joint stands now.</summary>
    JointState Joint(int joint);

    /// <summary>What touched during the last step, in an order that depends on the world alone; none before the first and after <see cref="Restore"/>.</summary>
    IReadOnlyList<Contact> Contacts { get; }

    /// <summary>All that the future depends on; null of a backend whose <see cref="PhysicsBackend.Determinism"/> promises none.</summary>
    PhysicsSnapshot? Snapshot();

    /// <summary>Goes back, or on, to a snapshot of a world of the same description, parameters and backend.</summary>
    /// <exception cref="PhysicsException">The backend has no snapshots, or this is another world's.</exception>
    void Restore(PhysicsSnapshot snapshot);

    /// <summary>Gives a dynamic body other velocities (a body on joints: as far as they let it), or a kinematic one those that it keeps.</summary>
    /// <param name="body">Dynamic or kinematic.</param>
    /// <param name="linear">Of the centre of mass, m/s.</param>
    /// <param name="angular">rad/s.</param>
    void SetVelocity(int body, Vector3d linear, Vector3d angular);

    /// <summary>Puts a body elsewhere at once, through whatever is between; velocities stay.</summary>
    /// <param name="body">Kinematic, or dynamic and on no joint that holds.</param>
    /// <param name="pose">Of the body's frame.</param>
    void SetPose(int body, Pose pose);

    /// <summary>Moves a kinematic body evenly to where it is at the end of the next step. Then it stands still.</summary>
    /// <param name="body">Kinematic.</param>
    /// <param name="pose">Of the body's frame.</param>
    void MoveTo(int body, Pose pose);

    /// <summary>A knock.</summary>
    /// <param name="body">Dynamic.</param>
    /// <param name="impulse">In the world, N s.</param>
    /// <param name="point">Where it hits, in the world, metres.</param>
    void ApplyImpulse(int body, Vector3d impulse, Vector3d point);

    /// <summary>Gives a body another coefficient of friction.</summary>
    void SetFriction(int body, double friction);

    /// <summary>Gives two bodies a coefficient of friction of their own, in place of what their surfaces make together.</summary>
    void SetPairFriction(int bodyA, int bodyB, double friction);

    /// <summary>A body that is switched off stands still and touches nothing; on again, it begins to move from rest.</summary>
    /// <param name="body">On no joint that holds.</param>
    /// <param name="isEnabled">Whether it is there.</param>
    void SetBodyEnabled(int body, bool isEnabled);

    /// <summary>A joint lets go or takes hold. A fixed joint then holds the bodies as they are to each other now; others pull them back to their anchor.</summary>
    /// <param name="joint">Releasable.</param>
    /// <param name="isEnabled">Whether it holds.</param>
    void SetJointEnabled(int joint, bool isEnabled);

    /// <summary>Gives the servo of a joint another target, from the next step on. Backends before plugin contract 2.3 have no servos.</summary>
    /// <param name="joint">With a <see cref="JointDescription.Servo"/>.</param>
    /// <param name="position">At the end of the next step, counted as the joint's state; rad or m.</param>
    /// <param name="velocity">Of the target, rad/s or m/s.</param>
    void SetJointTarget(int joint, double position, double velocity) => throw new PhysicsException("This backend has no servos; physics.mujoco or physics.ode are expected.");
}
