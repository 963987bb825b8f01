namespace SensorSim.Scenes.Model;

/// <summary>How a value runs from one keyframe to the next.</summary>
public enum Interpolation
{
    /// <summary>Holds the earlier keyframe.</summary>
    Step,

    /// <summary>A straight line; rotations along the shorter arc at constant speed.</summary>
    Linear,

    /// <summary>A cubic Hermite spline with a tangent on either side of each keyframe; rotations are made unit length afterwards.</summary>
    CubicSpline,
}
