namespace SensorSim.Plugins.PhysicsOde.Native;

/// <summary><c>dMass</c>: mass, centre, and the moments as three rows of four.</summary>
internal struct Mass
{
    public double Kilograms;
    public Vector4 Centre;
    public Vector4 FirstRow;
    public Vector4 SecondRow;
    public Vector4 ThirdRow;
}
