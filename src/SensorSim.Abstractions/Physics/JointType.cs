namespace SensorSim.Physics;

/// <summary>How one body may move against another.</summary>
public enum JointType
{
    /// <summary>Not at all.</summary>
    Fixed,

    /// <summary>About one axis: one angle, rad.</summary>
    Revolute,

    /// <summary>Along one axis: one length, m.</summary>
    Prismatic,

    /// <summary>About a point: a quaternion (x, y, z, w), and three angular velocities.</summary>
    Ball,

    /// <summary>In every way: it holds nothing and only tells how the bodies are to each other: a position and a quaternion, and two velocities of three.</summary>
    Free,
}
