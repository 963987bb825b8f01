using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>One body: in the library its frame is about the centre of mass. A static one has no handle, only geometries.</summary>
internal sealed unsafe class OdeBody
{
    private readonly BodyDescription _description;
    private readonly Vector3d _centre;
    private readonly Vector3d _gravity;
    private (Vector3d Linear, Vector3d Angular) _kept;
    private Pose? _target;

    /// <param name="world">Of the library.</param>
    /// <param name="description">Of the body.</param>
    /// <param name="gravity">That it feels.</param>
    public OdeBody(nint world, BodyDescription description, Vector3d gravity)
    {
        (_description, _gravity) = (description, gravity);
        _centre = description.Mass?.Centre ?? Vector3d.Zero;
        if (description.Motion == BodyMotion.Static)
        {
            return;
        }

        Handle = Ode.CreateBody(world);
        Ode.SetFiniteRotation(Handle, 1);
        if (HasOwnGravity) Ode.SetGravityMode(Handle, 0);
        if (description.Motion == BodyMotion.Kinematic) Ode.SetKinematic(Handle);
        else SetMass(description.Mass!);
        SetPose(description.Pose with { Rotation = description.Pose.Rotation.Normalized() });
        SetVelocity(description.LinearVelocity, description.AngularVelocity);
    }

    /// <summary>0 of a static body.</summary>
    public nint Handle { get; }

    public bool IsEnabled { get; private set; } = true;

    public bool IsDynamic => _description.Motion == BodyMotion.Dynamic;

    private bool HasOwnGravity => IsDynamic && _description.GravityFactor != 1;

    /// <summary>In the body's frame.</summary>
    public Vector3d Centre => _centre;

    public BodyState State
    {
        get
        {
            if (Handle == 0)
            {
                return new(_description.Pose, _description.Pose.Point(_centre), default, default);
            }

            Quaterniond rotation = Ode.Rotation(Handle)->ToQuaternion();
            Vector3d centre = *Ode.Position(Handle);
            return new(new(centre - rotation.Rotate(_centre), rotation), centre, *Ode.LinearVelocity(Handle), *Ode.AngularVelocity(Handle));
        }
    }

    public void SetPose(Pose pose)
    {
        Place(pose.Point(_centre));
        Vector4 rotation = Vector4.Of(pose.Rotation);
        Ode.SetRotation(Handle, &rotation);
    }

    public void SetVelocity(Vector3d linear, Vector3d angular)
    {
        _kept = (linear, angular);
        Move(linear, angular);
    }

    public void MoveTo(Pose pose) => _target = pose;

    public void SetEnabled(bool isEnabled)
    {
        IsEnabled = isEnabled;
        if (Handle == 0) return;
        Move(default, default);
        _target = null;
        if (isEnabled) Ode.EnableBody(Handle);
        else Ode.DisableBody(Handle);
    }

    /// <summary>A kinematic body gets the velocity that brings it where it should be, one with a gravity of its own its weight.</summary>
    public void BeginStep(double seconds)
    {
        if (HasOwnGravity && IsEnabled)
        {
            Vector3d weight = _description.Mass!.Kilograms * _gravity;
            Ode.AddForce(Handle, weight.X, weight.Y, weight.Z);
        }

        if (_description.Motion != BodyMotion.Kinematic || !IsEnabled)
        {
            return;
        }

        if (_target is not { } target)
        {
            Move(_kept.Linear, _kept.Angular);
            return;
        }

        BodyState now = State;
        Move((1 / seconds) * (target.Point(_centre) - now.CentreOfMass), (1 / seconds) * TurnVector(target.Rotation * now.Pose.Rotation.Conjugate()));
    }

    /// <summary>The library moves a body by its velocity behind the step; one in free flight has fallen half a step's gravity less.</summary>
    public void EndStep(bool isFlying, double seconds)
    {
        if (isFlying)
        {
            Place((Vector3d)(*Ode.Position(Handle)) - ((0.5 * seconds * seconds) * _gravity));
        }

        if (_target is { } target)
        {
            SetPose(target);
            SetVelocity(default, default);
            _target = null;
        }
    }

    public void ApplyImpulse(Vector3d impulse, Vector3d point)
    {
        BodyState now = State;
        MassDescription mass = _description.Mass!;
        Quaterniond axes = now.Pose.Rotation * mass.Axes;
        Vector3d twist = axes.Conjugate().Rotate(Vector3d.Cross(point - now.CentreOfMass, impulse));
        Vector3d spin = axes.Rotate(new(twist.X / mass.Moments.X, twist.Y / mass.Moments.Y, twist.Z / mass.Moments.Z));
        Move(now.LinearVelocity + ((1 / mass.Kilograms) * impulse), now.AngularVelocity + spin);
    }

    private static Vector3d TurnVector(Quaterniond turn)
    {
        Quaterniond near = turn.W < 0 ? new(-turn.X, -turn.Y, -turn.Z, -turn.W) : turn;
        var axis = new Vector3d(near.X, near.Y, near.Z);
        double sine = axis.Length;
        return sine > 1e-15 ? (2 * Math.Atan2(sine, near.W) / sine) * axis : 2 * axis;
    }

    private void SetMass(MassDescription mass)
    {
        Matrix4x4d axes = new Pose(default, mass.Axes).ToMatrix();
        double Moment(Func<Vector3d, double> i, Func<Vector3d, double> j) =>
            (mass.Moments.X * i(axes.ColumnX) * j(axes.ColumnX)) + (mass.Moments.Y * i(axes.ColumnY) * j(axes.ColumnY)) + (mass.Moments.Z * i(axes.ColumnZ) * j(axes.ColumnZ));
        Mass native = default;
        Ode.SetMassParameters(
            &native, mass.Kilograms, 0, 0, 0,
            Moment(v => v.X, v => v.X), Moment(v => v.Y, v => v.Y), Moment(v => v.Z, v => v.Z), Moment(v => v.X, v => v.Y), Moment(v => v.X, v => v.Z), Moment(v => v.Y, v => v.Z));
        Ode.SetMass(Handle, &native);
    }

    private void Place(Vector3d centre) => Ode.SetPosition(Handle, centre.X, centre.Y, centre.Z);

    private void Move(Vector3d linear, Vector3d angular)
    {
        Ode.SetLinearVelocity(Handle, linear.X, linear.Y, linear.Z);
        Ode.SetAngularVelocity(Handle, angular.X, angular.Y, angular.Z);
    }
}
