using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>The joints of a world, which the library holds by forces; it keeps no angle beyond half a turn, so they are followed here.</summary>
internal sealed class OdeJoints
{
    private readonly IReadOnlyList<JointDescription> _descriptions;
    private readonly OdeBody[] _bodies;
    private readonly JointFrames[] _frames;
    private readonly nint[] _handles;
    private readonly OdeServo?[] _servos;
    private readonly bool[] _holds;
    private readonly double[] _angles;
    private readonly Dictionary<(int A, int B), int> _connected = [];
    private readonly int[] _held;

    public OdeJoints(nint world, WorldDescription description, OdeBody[] bodies)
    {
        (_descriptions, _bodies) = (description.Joints, bodies);
        _frames = [.. Enumerable.Range(0, _descriptions.Count).Select(i => new JointFrames(description, i))];
        _holds = new bool[_frames.Length];
        _angles = new double[_frames.Length];
        _held = new int[bodies.Length];
        _handles = [.. _frames.Select((_, i) => Create(world, i))];
        _servos = [.. _frames.Select((frames, i) => _descriptions[i].Servo is null ? null : new OdeServo(world, _descriptions[i], frames, HandlesOf(frames), description.StepSeconds))];
        for (int i = 0; i < _frames.Length; i++)
        {
            Set(i, _descriptions[i].Enabled);
        }
    }

    /// <summary>Whether a body hangs on something, or something on it.</summary>
    public bool IsHeld(int body) => _held[body] > 0;

    /// <summary>Whether a joint that holds connects two bodies.</summary>
    public bool AreConnected(int a, int b) => _connected.Count > 0 && _connected.GetValueOrDefault((Math.Min(a, b), Math.Max(a, b))) > 0;

    public JointState State(int joint) =>
        _frames[joint].State(_frames[joint].Parent is { } parent ? _bodies[parent].State : null, _bodies[_frames[joint].Child].State, _angles[joint]);

    public void SetTarget(int joint, double position, double velocity) => _servos[joint]!.SetTarget(position, velocity);

    public void BeginStep()
    {
        for (int i = 0; i < _servos.Length; i++)
        {
            _servos[i]?.BeginStep(State(i).Position[0]);
        }
    }

    public void EndStep()
    {
        for (int i = 0; i < _angles.Length; i++)
        {
            if (_descriptions[i].Type == JointType.Revolute) _angles[i] = State(i).Position[0];
        }
    }

    public void SetEnabled(int joint, bool isEnabled)
    {
        if (isEnabled == _holds[joint]) return;
        Set(joint, isEnabled);
        if (isEnabled && _descriptions[joint].Type == JointType.Fixed) Ode.HoldFixed(_handles[joint]);
    }

    private void Set(int joint, bool holds)
    {
        if (_handles[joint] == 0) return;
        if (holds) Ode.EnableJoint(_handles[joint]);
        else Ode.DisableJoint(_handles[joint]);
        int change = (holds ? 1 : 0) - (_holds[joint] ? 1 : 0);
        _holds[joint] = holds;
        _held[_frames[joint].Child] += change;
        if (_frames[joint].Parent is not { } parent) return;
        _held[parent] += change;
        (int, int) pair = (Math.Min(parent, _frames[joint].Child), Math.Max(parent, _frames[joint].Child));
        _connected[pair] = _connected.GetValueOrDefault(pair) + change;
    }

    private nint Create(nint world, int joint)
    {
        JointFrames frames = _frames[joint];
        nint handle = _descriptions[joint].Type switch
        {
            JointType.Revolute => Ode.CreateHinge(world, 0),
            JointType.Prismatic => Ode.CreateSlider(world, 0),
            JointType.Ball => Ode.CreateBall(world, 0),
            JointType.Fixed => Ode.CreateFixed(world, 0),
            _ => 0,
        };
        if (handle == 0) return 0;
        (nint child, nint around) = HandlesOf(frames);
        Ode.Attach(handle, child, around);
        Measure(handle, _descriptions[joint], frames.WorldAnchor, frames.WorldAxis);
        return handle;
    }

    private (nint Child, nint Parent) HandlesOf(JointFrames frames) => (_bodies[frames.Child].Handle, frames.Parent is { } parent ? _bodies[parent].Handle : 0);

    private static void Measure(nint handle, JointDescription joint, Vector3d anchor, Vector3d axis)
    {
        switch (joint.Type)
        {
            case JointType.Revolute:
                Ode.SetHingeAnchor(handle, anchor.X, anchor.Y, anchor.Z);
                Ode.SetHingeAxis(handle, axis.X, axis.Y, axis.Z);
                if (joint.Lower is { } least) Ode.SetHingeParameter(handle, Ode.LowStop, least);
                if (joint.Upper is { } most) Ode.SetHingeParameter(handle, Ode.HighStop, most);
                break;
            case JointType.Prismatic:
                Ode.SetSliderAxis(handle, axis.X, axis.Y, axis.Z);
                if (joint.Lower is { } low) Ode.SetSliderParameter(handle, Ode.LowStop, low);
                if (joint.Upper is { } high) Ode.SetSliderParameter(handle, Ode.HighStop, high);
                break;
            case JointType.Ball:
                Ode.SetBallAnchor(handle, anchor.X, anchor.Y, anchor.Z);
                break;
            default:
                Ode.HoldFixed(handle);
                break;
        }
    }
}
