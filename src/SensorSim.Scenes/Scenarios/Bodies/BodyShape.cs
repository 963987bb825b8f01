namespace SensorSim.Scenes.Scenarios.Bodies;

/// <summary>What stands for an object's surface where bodies meet.</summary>
public enum BodyShape
{
    /// <summary>Convex pieces that follow it.</summary>
    Pieces,

    /// <summary>Its convex hull.</summary>
    Hull,

    /// <summary>Its box.</summary>
    Box,

    /// <summary>A ball as large as the shortest side of its box.</summary>
    Sphere,

    /// <summary>A cylinder in its box, along the axis on which the two other sides are most alike.</summary>
    Cylinder,

    /// <summary>Nothing: others go through it, as through paint on a floor.</summary>
    None,
}
