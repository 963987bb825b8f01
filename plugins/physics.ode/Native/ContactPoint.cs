namespace SensorSim.Plugins.PhysicsOde.Native;

/// <summary><c>dContact</c> in double precision: the surface, where bodies touch, and the first direction of friction.</summary>
internal struct ContactPoint
{
    /// <summary><c>dContactMu2 | dContactFDir1 | dContactBounce | dContactApprox1</c>: friction is a share of the normal force, first along <see cref="FirstDirection"/>.</summary>
    public const int Coulomb = 0x001 | 0x002 | 0x004 | 0x7000;

    public int Mode;
    public double Friction;
    public double SecondFriction;
    public double Rolling;
    public double SecondRolling;
    public double Spinning;
    public double Bounce;
    public double BounceSpeed;
    public double ErrorReduction;
    public double ConstraintForceMixing;
    public double FirstMotion;
    public double SecondMotion;
    public double NormalMotion;
    public double FirstSlip;
    public double SecondSlip;
    public ContactGeometry Geometry;
    public Vector4 FirstDirection;
}
