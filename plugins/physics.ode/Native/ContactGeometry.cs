namespace SensorSim.Plugins.PhysicsOde.Native;

/// <summary><c>dContactGeom</c> in double precision.</summary>
internal struct ContactGeometry
{
    public Vector4 Position;
    public Vector4 Normal;
    public double Depth;
    public nint First;
    public nint Second;
    public int FirstSide;
    public int SecondSide;
}
