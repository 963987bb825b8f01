namespace SensorSim.Scenes.Scenarios.Joints;

/// <summary>How joints follow what a scenario says of them.</summary>
public enum JointDriving
{
    /// <summary>Exactly: links push others and nothing pushes them.</summary>
    Kinematic,

    /// <summary>By motors in the world of the physics: links are as heavy as they are, and may be held up.</summary>
    Servo,
}
