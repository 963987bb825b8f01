using SensorSim.Geometry;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsOde.Native;

namespace SensorSim.Plugins.PhysicsOde;

/// <summary>
/// The motor of a joint: a joint of the library beside it, with one row whose force has a bound. As soft as this one is, the row is a spring with a damper, taken implicitly; the joint keeps its stops.
/// </summary>
internal sealed class OdeServo
{
    private readonly nint _handle;
    private readonly bool _isAngular;
    private readonly JointServo _servo;
    private readonly double _resistance;
    private (double Position, double Velocity) _target;

    /// <param name="world">Of the library.</param>
    /// <param name="joint">With a servo.</param>
    /// <param name="frames">Of the joint.</param>
    /// <param name="bodies">Handles of the child and of the parent; 0 is the world.</param>
    /// <param name="stepSeconds">Of every step.</param>
    public OdeServo(nint world, JointDescription joint, JointFrames frames, (nint Child, nint Parent) bodies, double stepSeconds)
    {
        (_servo, _isAngular) = (joint.Servo!, joint.Type == JointType.Revolute);
        _resistance = _servo.Damping + (stepSeconds * _servo.Stiffness);
        _handle = _isAngular ? Ode.CreateAngularMotor(world, 0) : Ode.CreateLinearMotor(world, 0);
        Ode.Attach(_handle, bodies.Child, bodies.Parent);
        SetAxis(frames.WorldAxis);
        Set(Ode.LargestForce, _servo.MaximumForce ?? double.PositiveInfinity);
        Set(Ode.Softness, 1 / _resistance);
    }

    public void SetTarget(double position, double velocity) => _target = (position, velocity);

    /// <summary>The speed that the row seeks: its force is the resistance times what is missing of it at the end of the step.</summary>
    /// <param name="position">Of the joint.</param>
    public void BeginStep(double position) => Set(Ode.Speed, ((_servo.Stiffness * (_target.Position - position)) + (_servo.Damping * _target.Velocity)) / _resistance);

    // Fixed to the child.
    private void SetAxis(Vector3d axis)
    {
        if (_isAngular)
        {
            Ode.SetAngularMotorAxes(_handle, 1);
            Ode.SetAngularMotorAxis(_handle, 0, Ode.FirstBody, axis.X, axis.Y, axis.Z);
            return;
        }

        Ode.SetLinearMotorAxes(_handle, 1);
        Ode.SetLinearMotorAxis(_handle, 0, Ode.FirstBody, axis.X, axis.Y, axis.Z);
    }

    private void Set(int parameter, double value)
    {
        if (_isAngular) Ode.SetAngularMotorParameter(_handle, parameter, value);
        else Ode.SetLinearMotorParameter(_handle, parameter, value);
    }
}
