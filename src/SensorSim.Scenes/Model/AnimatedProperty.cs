namespace SensorSim.Scenes.Model;

/// <summary>What of a node an animation channel moves.</summary>
public enum AnimatedProperty
{
    /// <summary>Metres in the parent's frame.</summary>
    Translation,

    /// <summary>A unit quaternion (x, y, z, w).</summary>
    Rotation,

    /// <summary>Factors along the node's own axes.</summary>
    Scale,

    /// <summary>One weight for each morph target of the node's mesh.</summary>
    Weights,
}
