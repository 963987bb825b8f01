using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>A world of the library.</summary>
internal sealed class OdeWorld : IPhysicsWorld
{
    private readonly nint _world;
    private readonly OdeBody[] _bodies;
    private readonly OdeShapes _shapes = new();
    private readonly OdeJoints _joints;
    private readonly OdeContacts _contacts;
    private bool _isDisposed;

    public OdeWorld(OdeParameters parameters, WorldDescription description)
    {
        OdeLibrary.Enter();
        Description = description;
        _world = Ode.CreateWorld();
        Ode.SetGravity(_world, description.Gravity.X, description.Gravity.Y, description.Gravity.Z);
        Ode.SetErrorReduction(_world, parameters.ErrorReduction);
        Ode.SetCorrectingSpeed(_world, parameters.CorrectingSpeed);
        Ode.SetContactLayer(_world, parameters.ContactLayer);
        Ode.SetIterations(_world, parameters.Iterations);
        Ode.SetOverRelaxation(_world, parameters.OverRelaxation);
        _bodies = [.. description.Bodies.Select((body, i) => new OdeBody(_world, body, description.GravityOf(i)))];
        for (int i = 0; i < _bodies.Length; i++)
        {
            _shapes.Add(i, description.Bodies[i], _bodies[i]);
        }

        _joints = new(_world, description, _bodies);
        _contacts = new(_world, description, _bodies, _joints, _shapes) { Surfaces = new(description) };
    }

    public WorldDescription Description { get; }

    public long Steps { get; private set; }

    public IReadOnlyList<Contact> Contacts => _contacts.Found;

    public void Step()
    {
        lock (OdeLibrary.Turn)
        {
            Enter();
            Array.ForEach(_bodies, body => body.BeginStep(Description.StepSeconds));
            _joints.BeginStep();
            _contacts.BeginStep();
            Ode.SeedRandom((nuint)Steps);
            if (Ode.Step(_world, Description.StepSeconds) == 0) throw new PhysicsException("ODE has no memory for the step: fewer bodies that touch are expected.");
            Steps++;
            EndStep();
        }
    }

    public BodyState Body(int body)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _bodies[body].State;
    }

    public JointState Joint(int joint)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _joints.State(joint);
    }

    public PhysicsSnapshot? Snapshot() => null;

    public void Restore(PhysicsSnapshot snapshot) => throw new PhysicsException("ODE has no snapshots.");

    public void SetVelocity(int body, Vector3d linear, Vector3d angular) => Change(() => _bodies[body].SetVelocity(linear, angular));

    public void SetPose(int body, Pose pose) => Change(() => _bodies[body].SetPose(pose));

    public void MoveTo(int body, Pose pose) => Change(() => _bodies[body].MoveTo(pose));

    public void ApplyImpulse(int body, Vector3d impulse, Vector3d point) => Change(() => _bodies[body].ApplyImpulse(impulse, point));

    public void SetFriction(int body, double friction) => _contacts.Surfaces.SetFriction(body, friction);

    public void SetPairFriction(int bodyA, int bodyB, double friction) => _contacts.Surfaces.SetPairFriction(bodyA, bodyB, friction);

    public void SetBodyEnabled(int body, bool isEnabled) => Change(() => _bodies[body].SetEnabled(isEnabled));

    public void SetJointEnabled(int joint, bool isEnabled) => Change(() => _joints.SetEnabled(joint, isEnabled));

    public void SetJointTarget(int joint, double position, double velocity) => Change(() => _joints.SetTarget(joint, position, velocity));

    public void Dispose()
    {
        if (_isDisposed) return;
        Change(() =>
        {
            _contacts.Dispose();
            _shapes.Dispose();
            Ode.DestroyWorld(_world);
            _isDisposed = true;
        });
    }

    private void EndStep()
    {
        for (int i = 0; i < _bodies.Length; i++)
        {
            OdeBody body = _bodies[i];
            body.EndStep(body.IsDynamic && body.IsEnabled && _contacts.IsFlying(i) && !_joints.IsHeld(i), Description.StepSeconds);
        }

        _joints.EndStep();
        _contacts.EndStep();
    }

    private void Change(Action change)
    {
        lock (OdeLibrary.Turn)
        {
            Enter();
            change();
        }
    }

    private void Enter()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        OdeLibrary.Enter();
    }
}
