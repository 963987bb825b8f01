using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>The joints of a world: those of the tree are coordinates of the library, the others are followed here.</summary>
internal sealed unsafe class MujocoJoints
{
    private readonly WorldDescription _description;
    private readonly MujocoTree _tree;
    private readonly MujocoBody[] _bodies;
    private readonly JointFrames[] _frames;
    private readonly double[] _angles;
    private readonly bool[] _holds;
    private readonly HashSet<(int A, int B)> _connected = [];
    private readonly bool[] _isHeld;
    private readonly (double Position, double Velocity)[] _targets;

    private readonly Servo[] _servos;

    public MujocoJoints(MujocoModel model, WorldDescription description, MujocoTree tree, MujocoBody[] bodies)
    {
        (_description, _tree, _bodies) = (description, tree, bodies);
        _frames = [.. Enumerable.Range(0, description.Joints.Count).Select(i => new JointFrames(description, i))];
        _angles = new double[_frames.Length];
        _holds = [.. description.Joints.Select(joint => joint.Enabled && joint.Type != JointType.Free)];
        _isHeld = new bool[bodies.Length];
        _targets = new (double, double)[_frames.Length];
        _servos = [.. description.Joints.Index().Where(joint => joint.Item.Servo is not null).Select(joint => Servo.Of(model, joint.Index, joint.Item.Servo!))];
        NoteConnections();
    }

    /// <summary>Whether a body hangs on something, or something on it.</summary>
    public bool IsHeld(int body) => _isHeld[body];

    /// <summary>Whether a joint that holds connects two bodies.</summary>
    public bool AreConnected(int a, int b) => _connected.Count > 0 && _connected.Contains((Math.Min(a, b), Math.Max(a, b)));

    public JointState State(MujocoModel model, int joint)
    {
        JointFrames frames = _frames[joint];
        if (!_tree.Has(joint) || _description.Joints[joint].Type == JointType.Fixed)
        {
            return frames.State(frames.Parent is { } parent ? _bodies[parent].State(model) : null, _bodies[frames.Child].State(model), _angles[joint]);
        }

        int id = model.IdOf(MujocoLayout.number_mjOBJ_JOINT, $"j{joint}");
        ReadOnlySpan<double> q = model.Positions[model.FirstPosition(id)..], v = model.Velocities[model.FirstVelocity(id)..];
        return _description.Joints[joint].Type == JointType.Ball ? new([q[1], q[2], q[3], q[0]], [v[0], v[1], v[2]]) : new([q[0]], [v[0]]);
    }

    /// <summary>The library integrates dampers implicitly: the spring's change during a step is one more.</summary>
    public static double DampingOf(JointServo servo, double stepSeconds) => servo.Damping + (stepSeconds * servo.Stiffness);

    public void SetTarget(int joint, double position, double velocity) => _targets[joint] = (position, velocity);

    public void BeginStep(MujocoModel model)
    {
        foreach (Servo servo in _servos.Where(servo => !servo.IsLimited))
        {
            model.AppliedForces[servo.Velocity] = Pull(model, servo);
        }
    }

    /// <summary>
    /// Behind velocities, in front of the solver. A servo with a limit is a row of the library's dry friction, the only one whose force has a bound: as soft as spring and damper together, and with the acceleration that they want.
    /// </summary>
    public void SetReferences(MujocoModel model)
    {
        (int first, int count) = model.FrictionRows;
        for (int row = first; row < first + count; row++)
        {
            Servo servo = Array.Find(_servos, one => one.Velocity == model.RowIds[row]);
            double damping = DampingOf(servo.Description, _description.StepSeconds), softness = 1 / (damping * _description.StepSeconds);
            model.RowSoftnesses[row] = softness;
            model.RowStiffnesses[row] = 1 / softness;
            model.RowReferences[row] = softness * (Pull(model, servo) - (damping * model.Velocities[servo.Velocity]));
        }
    }

    public void EndStep(MujocoModel model)
    {
        for (int i = 0; i < _angles.Length; i++)
        {
            if (_description.Joints[i].Type == JointType.Revolute && !_tree.Has(i)) _angles[i] = State(model, i).Position[0];
        }
    }

    /// <summary>The child of a joint of the tree is given a velocity, as far as the joint lets it.</summary>
    public void SetVelocity(MujocoModel model, int body, Vector3d linear, Vector3d angular)
    {
        int joint = _tree.JointOf(body)!.Value;
        BodyState now = _bodies[body].State(model);
        BodyState around = _frames[joint].Parent is { } parent ? _bodies[parent].State(model) : default;
        Vector3d anchor = now.Pose.Point(_description.Joints[joint].Anchor), axis = now.Pose.Rotation.Rotate(_frames[joint].Axis), spin = angular - around.AngularVelocity;
        Vector3d ball = now.Pose.Rotation.Conjugate().Rotate(spin);
        double[] velocities = _description.Joints[joint].Type switch
        {
            JointType.Revolute => [Vector3d.Dot(spin, axis)],
            JointType.Prismatic => [Vector3d.Dot((now with { LinearVelocity = linear, AngularVelocity = angular }).VelocityAt(anchor) - around.VelocityAt(anchor), axis)],
            JointType.Ball => [ball.X, ball.Y, ball.Z],
            _ => [],
        };
        if (velocities.Length > 0) velocities.CopyTo(model.Velocities[model.FirstVelocity(model.IdOf(MujocoLayout.number_mjOBJ_JOINT, $"j{joint}"))..]);
    }

    public void SetEnabled(MujocoModel model, int joint, bool isEnabled)
    {
        if (_holds[joint] == isEnabled || _description.Joints[joint].Type == JointType.Free) return;
        _holds[joint] = isEnabled;
        NoteConnections();
        for (int i = 0; model.IdOf(MujocoLayout.number_mjOBJ_EQUALITY, $"e{joint}_{i}") is >= 0 and var id; i++)
        {
            model.ActiveEqualities[id] = isEnabled ? (byte)1 : (byte)0;
            if (isEnabled && _description.Joints[joint].Type == JointType.Fixed) HoldAsIs(model, joint, id);
        }
    }

    public void Write(BinaryWriter writer)
    {
        Array.ForEach(_angles, writer.Write);
        Array.ForEach(_holds, writer.Write);
        Array.ForEach(_targets, target => { writer.Write(target.Position); writer.Write(target.Velocity); });
    }

    public void Read(BinaryReader reader)
    {
        for (int i = 0; i < _angles.Length; i++) _angles[i] = reader.ReadDouble();
        for (int i = 0; i < _holds.Length; i++) _holds[i] = reader.ReadBoolean();
        for (int i = 0; i < _targets.Length; i++) _targets[i] = (reader.ReadDouble(), reader.ReadDouble());
        NoteConnections();
    }

    // A weld's numbers: its anchor in the second body and in the first, then the second's rotation in the first.
    private void HoldAsIs(MujocoModel model, int joint, int equality)
    {
        JointFrames frames = _frames[joint];
        BodyState child = _bodies[frames.Child].State(model);
        (Pose second, Vector3d at) = frames.Parent is { } parent && _bodies[parent].State(model) is var state ? (state.Pose with { Position = state.CentreOfMass }, state.CentreOfMass) : (Pose.Identity, default);
        Pose relative = (child.Pose with { Position = child.CentreOfMass }).Inverse() * (second with { Position = at });
        ReadOnlySpan<double> numbers = [0, 0, 0, relative.Position.X, relative.Position.Y, relative.Position.Z, relative.Rotation.W, relative.Rotation.X, relative.Rotation.Y, relative.Rotation.Z];
        numbers.CopyTo(model.EqualityData[(equality * MujocoLayout.number_mjNEQDATA)..]);
    }

    // The force of spring and damper without what follows from the speed at the end of the step.
    private double Pull(MujocoModel model, Servo servo)
    {
        (double position, double velocity) = _targets[servo.Joint];
        return (servo.Description.Stiffness * (position - model.Positions[servo.Position])) + (servo.Description.Damping * velocity);
    }

    private void NoteConnections()
    {
        _connected.Clear();
        Array.Clear(_isHeld);
        for (int i = 0; i < _frames.Length; i++)
        {
            if (!_holds[i]) continue;
            _isHeld[_frames[i].Child] = true;
            if (_frames[i].Parent is not { } parent) continue;
            _isHeld[parent] = true;
            _connected.Add((Math.Min(parent, _frames[i].Child), Math.Max(parent, _frames[i].Child)));
        }
    }

    // With its places among positions and velocities, which are the same in a larger model of the same world.
    private readonly record struct Servo(int Joint, JointServo Description, int Position, int Velocity)
    {
        public bool IsLimited => Description.MaximumForce is not null;

        public static Servo Of(MujocoModel model, int joint, JointServo description) =>
            model.IdOf(MujocoLayout.number_mjOBJ_JOINT, $"j{joint}") is var id ? new(joint, description, model.FirstPosition(id), model.FirstVelocity(id)) : default;
    }
}
