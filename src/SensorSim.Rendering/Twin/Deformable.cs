using System.Runtime.InteropServices;

namespace SensorSim.Rendering.Twin;

/// <summary><c>Deformable</c> of deformation.glsl: one primitive of a deformable object, and where its data begin.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct Deformable
{
    public uint FirstVertex;
    public uint VertexCount;
    public uint FirstBound;
    public uint TargetCount;
    public uint FirstDisplacement;
    public uint SetCount;
    public uint FirstInfluence;
    public uint FirstWeight;
    public uint FirstJoint;
    public uint FirstTriangle;
    public uint TriangleCount;
    public uint FirstNamed;
    public uint NamedCount;
}
