namespace SensorSim.Scenes.Bodies;

/// <summary>Who says a value of a body.</summary>
public enum ValueOrigin
{
    /// <summary>It follows from surfaces or colliders.</summary>
    Geometry,

    /// <summary>The glTF file, or the robot's model.</summary>
    File,

    /// <summary>The scenario of this body alone, or what a sample drew for it.</summary>
    Scenario,

    /// <summary>The scenario of everything that has none of its own.</summary>
    Everything,
}
