using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Generated;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco;

/// <summary>One body. A kinematic one is a heavy free body in the library, whose way is written over behind each step: so others feel how fast it goes.</summary>
internal sealed unsafe class MujocoBody
{
    private readonly BodyDescription _description;
    private readonly Vector3d _gravity;
    private readonly Vector3d _lift;
    private readonly int[] _geometries;
    private readonly int _firstPosition = -1;
    private readonly int _firstVelocity = -1;
    private Vector3d _linear;
    private Vector3d _angular;
    private Pose? _target;
    private Pose _before;

    public MujocoBody(MujocoModel model, WorldDescription description, int index, bool isFree)
    {
        _description = description.Bodies[index];
        Centre = _description.Mass?.Centre ?? default;
        _gravity = description.GravityOf(index);
        _lift = IsDynamic ? _description.Mass!.Kilograms * (_description.GravityFactor - 1) * description.Gravity : Vector3d.Zero;
        Id = model.IdOf(MujocoLayout.number_mjOBJ_BODY, $"b{index}");
        _geometries = [.. _description.Colliders.Select((_, i) => model.IdOf(MujocoLayout.number_mjOBJ_GEOM, $"g{index}_{i}"))];
        IsFree = isFree;
        SetLift(model);
        if (isFree)
        {
            (_firstPosition, _firstVelocity) = (model.FirstPosition(model.FirstJoint(Id)), model.FirstVelocity(model.FirstJoint(Id)));
            SetPose(model, _description.Pose with { Rotation = _description.Pose.Rotation.Normalized() });
            SetVelocity(model, _description.LinearVelocity, _description.AngularVelocity);
        }
    }

    /// <summary>In the library.</summary>
    public int Id { get; }

    /// <summary>Whether it moves by itself and not by a joint.</summary>
    public bool IsFree { get; }

    public bool IsEnabled { get; private set; } = true;

    public bool IsDynamic => _description.Motion == BodyMotion.Dynamic;

    /// <summary>Of mass, in the body's frame.</summary>
    public Vector3d Centre { get; }

    /// <summary>Dynamic shapes meet all others, those that nothing pushes only these.</summary>
    public static int ContactType(bool isDynamic) => isDynamic ? 1 : 2;

    /// <inheritdoc cref="ContactType"/>
    public static int ContactAffinity(bool isDynamic) => isDynamic ? 3 : 1;

    public BodyState State(MujocoModel model)
    {
        if (_description.Motion == BodyMotion.Static)
        {
            return new(_description.Pose, _description.Pose.Point(Centre), default, default);
        }

        double* velocity = stackalloc double[6], p = model.BodyPosition(Id), q = model.BodyRotation(Id);
        Mujoco.ObjectVelocity(model.Model, model.Data, MujocoLayout.number_mjOBJ_BODY, Id, velocity, 0);
        var rotation = new Quaterniond(q[1], q[2], q[3], q[0]);
        var centre = new Vector3d(p[0], p[1], p[2]);
        return new(new(centre - rotation.Rotate(Centre), rotation), centre, new(velocity[3], velocity[4], velocity[5]), new(velocity[0], velocity[1], velocity[2]));
    }

    /// <summary>Of a free body.</summary>
    public void SetPose(MujocoModel model, Pose pose)
    {
        Write(model.Positions[_firstPosition..], pose.Point(Centre));
        Quaterniond q = pose.Rotation;
        ReadOnlySpan<double> numbers = [q.W, q.X, q.Y, q.Z];
        numbers.CopyTo(model.Positions[(_firstPosition + 3)..]);
    }

    /// <summary>Of a free body.</summary>
    public void SetVelocity(MujocoModel model, Vector3d linear, Vector3d angular)
    {
        (_linear, _angular) = (linear, angular);
        WriteVelocity(model, linear, angular);
    }

    public void MoveTo(Pose pose) => _target = pose;

    public void SetEnabled(MujocoModel model, bool isEnabled)
    {
        IsEnabled = isEnabled;
        _target = null;
        if (IsFree) SetVelocity(model, default, default);
        SetContacts(model);
    }

    /// <summary>What makes the library's gravity that of the body: a force that stays.</summary>
    public void SetLift(MujocoModel model) => Write(new(model.BodyForces + (6 * Id), 3), _lift);

    public void SetContacts(MujocoModel model)
    {
        foreach (int geometry in _geometries)
        {
            model.ContactType(geometry) = IsEnabled ? ContactType(IsDynamic) : 0;
            model.ContactAffinity(geometry) = IsEnabled ? ContactAffinity(IsDynamic) : 0;
        }
    }

    /// <summary>What the caller moves gets its velocity, and carries its own weight.</summary>
    public void BeginStep(MujocoModel model, Vector3d gravity, double kilograms, double seconds)
    {
        if (!IsFree || (IsDynamic && IsEnabled)) return;
        _before = FreePose(model);
        if (IsDynamic) return;
        Write(model.AppliedForces[_firstVelocity..], -kilograms * gravity);
        if (_target is { } target)
        {
            _linear = (1 / seconds) * (target.Point(Centre) - _before.Point(Centre));
            _angular = (1 / seconds) * TurnVector(target.Rotation * _before.Rotation.Conjugate());
        }

        WriteVelocity(model, _linear, _angular);
    }

    /// <summary>The library moves a body by its velocity behind the step; one in free flight has fallen half a step's gravity less. What the caller moves is where it should be.</summary>
    public void EndStep(MujocoModel model, bool isFlying, double seconds)
    {
        if (!IsFree) return;
        if (!IsDynamic || !IsEnabled)
        {
            Lead(model, seconds);
            return;
        }

        if (isFlying)
        {
            Span<double> position = model.Positions[_firstPosition..];
            Write(position, new Vector3d(position[0], position[1], position[2]) - ((0.5 * seconds * seconds) * _gravity));
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(IsEnabled);
        Array.ForEach([_linear.X, _linear.Y, _linear.Z, _angular.X, _angular.Y, _angular.Z], writer.Write);
        writer.Write(_target is not null);
        Pose target = _target ?? Pose.Identity;
        Array.ForEach([target.Position.X, target.Position.Y, target.Position.Z, target.Rotation.X, target.Rotation.Y, target.Rotation.Z, target.Rotation.W], writer.Write);
    }

    public void Read(BinaryReader reader, MujocoModel model)
    {
        IsEnabled = reader.ReadBoolean();
        _linear = Vector();
        _angular = Vector();
        bool hasTarget = reader.ReadBoolean();
        var target = new Pose(Vector(), new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble()));
        _target = hasTarget ? target : null;
        SetContacts(model);

        Vector3d Vector() => new(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }

    private void Lead(MujocoModel model, double seconds)
    {
        if (_target is { } target)
        {
            SetPose(model, target);
            SetVelocity(model, default, default);
            _target = null;
            return;
        }

        Quaterniond rotation = (Turn(seconds * _angular) * _before.Rotation).Normalized();
        SetPose(model, new(_before.Point(Centre) + (seconds * _linear) - rotation.Rotate(Centre), rotation));
        WriteVelocity(model, _linear, _angular);
    }

    private Pose FreePose(MujocoModel model)
    {
        Span<double> n = model.Positions[_firstPosition..];
        var rotation = new Quaterniond(n[4], n[5], n[6], n[3]);
        return new(new Vector3d(n[0], n[1], n[2]) - rotation.Rotate(Centre), rotation);
    }

    // The library keeps angular velocities in the body's own frame.
    private void WriteVelocity(MujocoModel model, Vector3d linear, Vector3d angular)
    {
        Write(model.Velocities[_firstVelocity..], linear);
        Write(model.Velocities[(_firstVelocity + 3)..], FreePose(model).Rotation.Conjugate().Rotate(angular));
    }

    private static void Write(Span<double> numbers, Vector3d v) => (numbers[0], numbers[1], numbers[2]) = (v.X, v.Y, v.Z);

    private static Quaterniond Turn(Vector3d turn) => turn.Length is > 0 and var angle ? Quaterniond.FromAxisAngle((1 / angle) * turn, angle) : Quaterniond.Identity;

    private static Vector3d TurnVector(Quaterniond turn)
    {
        Quaterniond near = turn.W < 0 ? new(-turn.X, -turn.Y, -turn.Z, -turn.W) : turn;
        var axis = new Vector3d(near.X, near.Y, near.Z);
        double sine = axis.Length;
        return sine > 1e-15 ? (2 * Math.Atan2(sine, near.W) / sine) * axis : 2 * axis;
    }
}
