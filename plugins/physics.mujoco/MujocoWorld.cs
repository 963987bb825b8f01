using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>A world of the library, stepped stage by stage as its own mj_step does, with the contract's contacts between.</summary>
internal sealed unsafe class MujocoWorld : IPhysicsWorld
{
    private const int ContactsOfBody = 6;
    private const int FewestContacts = 32;

    private readonly MujocoXml _xml;
    private readonly MujocoTree _tree;
    private readonly MujocoBody[] _bodies;
    private readonly MujocoJoints _joints;
    private readonly MujocoContacts _contacts;
    private MujocoModel _model;
    private double[] _positions = [];
    private int _room;
    private bool _isChanged;
    private bool _isDisposed;

    public MujocoWorld(MujocoParameters parameters, WorldDescription description)
    {
        Description = description;
        _tree = new(description);
        _xml = new(parameters, description, _tree);
        _room = FewestContacts + (ContactsOfBody * description.Bodies.Count(body => body.Motion == BodyMotion.Dynamic));
        _model = new(_xml.Write(_room));
        _bodies = [.. description.Bodies.Select((body, i) => new MujocoBody(_model, description, i, body.Motion != BodyMotion.Static && _tree.JointOf(i) is null))];
        _joints = new(_model, description, _tree, _bodies);
        _contacts = new(parameters, description, _bodies, _joints);
        Refresh();
        foreach (int body in _tree.Order().Where(body => _tree.JointOf(body) is not null))
        {
            _joints.SetVelocity(_model, body, description.Bodies[body].LinearVelocity, description.Bodies[body].AngularVelocity);
            Refresh();
        }
    }

    public WorldDescription Description { get; }

    public long Steps { get; private set; }

    public IReadOnlyList<Contact> Contacts
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _contacts.Found(_model);
        }
    }

    public void Step()
    {
        Read();
        Array.ForEach(_bodies, body => body.BeginStep(_model, Description.Gravity, _xml.KinematicKilograms, Description.StepSeconds));
        _joints.BeginStep(_model);
        FindConstraints();
        Mujoco.ProjectConstraints(_model.Model, _model.Data);
        Mujoco.Velocities(_model.Model, _model.Data);
        _contacts.SetReferences(_model);
        _joints.SetReferences(_model);
        Mujoco.Actuation(_model.Model, _model.Data);
        Mujoco.Acceleration(_model.Model, _model.Data);
        Mujoco.SolveConstraints(_model.Model, _model.Data);
        _contacts.NoteStep();
        Mujoco.Integrate(_model.Model, _model.Data);
        Steps++;
        for (int i = 0; i < _bodies.Length; i++)
        {
            _bodies[i].EndStep(_model, _contacts.IsFlying(i) && !_joints.IsHeld(i), Description.StepSeconds);
        }

        Refresh();
        _joints.EndStep(_model);
    }

    public BodyState Body(int body)
    {
        Read();
        return _bodies[body].State(_model);
    }

    public JointState Joint(int joint)
    {
        Read();
        return _joints.State(_model, joint);
    }

    public PhysicsSnapshot? Snapshot()
    {
        Read();
        return new(Steps, MujocoSnapshot.Write(_positions, _model, _bodies, _joints, _contacts.Surfaces));
    }

    public void Restore(PhysicsSnapshot snapshot)
    {
        Read();
        MujocoSnapshot.Read(snapshot.State, _model, _bodies, _joints, _contacts.Surfaces);
        Steps = snapshot.Steps;
        _contacts.Forget();
        _isChanged = true;
    }

    public void SetVelocity(int body, Vector3d linear, Vector3d angular)
    {
        Read();
        if (_bodies[body].IsFree) _bodies[body].SetVelocity(_model, linear, angular);
        else _joints.SetVelocity(_model, body, linear, angular);
        _isChanged = true;
    }

    public void SetPose(int body, Pose pose)
    {
        Read();
        BodyState before = _bodies[body].State(_model);
        _bodies[body].SetPose(_model, pose);
        _bodies[body].SetVelocity(_model, before.LinearVelocity, before.AngularVelocity);
        _isChanged = true;
    }

    public void MoveTo(int body, Pose pose) => _bodies[body].MoveTo(pose);

    public void ApplyImpulse(int body, Vector3d impulse, Vector3d point)
    {
        Read();
        int count = _model.Velocities.Length;
        double[] forces = new double[count], change = new double[count];
        double* force = stackalloc double[] { impulse.X, impulse.Y, impulse.Z }, torque = stackalloc double[3], at = stackalloc double[] { point.X, point.Y, point.Z };
        fixed (double* target = forces, solution = change)
        {
            Mujoco.ApplyForce(_model.Model, _model.Data, force, torque, at, _bodies[body].Id, target);
            Mujoco.CompositeInertia(_model.Model, _model.Data);
            Mujoco.FactorInertia(_model.Model, _model.Data);
            Mujoco.SolveInertia(_model.Model, _model.Data, solution, target, 1);
        }

        Span<double> velocities = _model.Velocities;
        for (int i = 0; i < count; i++)
        {
            velocities[i] += change[i];
        }

        _isChanged = true;
    }

    public void SetFriction(int body, double friction) => _contacts.Surfaces.SetFriction(body, friction);

    public void SetPairFriction(int bodyA, int bodyB, double friction) => _contacts.Surfaces.SetPairFriction(bodyA, bodyB, friction);

    public void SetBodyEnabled(int body, bool isEnabled)
    {
        Read();
        _bodies[body].SetEnabled(_model, isEnabled);
        _isChanged = true;
    }

    public void SetJointEnabled(int joint, bool isEnabled)
    {
        Read();
        _joints.SetEnabled(_model, joint, isEnabled);
    }

    public void SetJointTarget(int joint, double position, double velocity) => _joints.SetTarget(joint, position, velocity);

    public void Dispose()
    {
        if (_isDisposed) return;
        _isDisposed = true;
        _model.Dispose();
    }

    // Room for contacts is given when a model is compiled: where it was too small, everything moves into a larger one and the step begins anew.
    private void FindConstraints()
    {
        while (true)
        {
            Mujoco.CompositeInertia(_model.Model, _model.Data);
            Mujoco.FactorInertia(_model.Model, _model.Data);
            Mujoco.Collide(_model.Model, _model.Data);
            _contacts.SetSurfaces(_model);
            Mujoco.MakeConstraints(_model.Model, _model.Data);
            if (!_model.WasFull()) return;
            Grow();
        }
    }

    private void Grow()
    {
        _room *= 2;
        var larger = new MujocoModel(_xml.Write(_room));
        _positions.CopyTo(larger.Positions);
        _model.Velocities.CopyTo(larger.Velocities);
        _model.WarmStart.CopyTo(larger.WarmStart);
        _model.AppliedForces.CopyTo(larger.AppliedForces);
        _model.ActiveEqualities.CopyTo(larger.ActiveEqualities);
        _model.EqualityData.CopyTo(larger.EqualityData);
        Array.ForEach(_bodies, body => { body.SetContacts(larger); body.SetLift(larger); });
        _model.Dispose();
        _model = larger;
        Refresh();
    }

    private void Read()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        if (_isChanged) Refresh();
    }

    // What is read of bodies follows from positions and velocities. The library makes quaternions unit length on the way, which is not the same when it is done again: what they were before is kept.
    private void Refresh()
    {
        _positions = _model.Positions.ToArray();
        Mujoco.Kinematics(_model.Model, _model.Data);
        Mujoco.CentresOfMass(_model.Model, _model.Data);
        Mujoco.BodyVelocities(_model.Model, _model.Data);
        _isChanged = false;
    }
}
