namespace SensorSim.Physics;

/// <summary>What moves a body.</summary>
public enum BodyMotion
{
    /// <summary>Nothing, ever: it is part of the surroundings.</summary>
    Static,

    /// <summary>Forces, contacts and joints.</summary>
    Dynamic,

    /// <summary>The caller: it pushes others and drags them along, and nothing pushes it.</summary>
    Kinematic,
}
