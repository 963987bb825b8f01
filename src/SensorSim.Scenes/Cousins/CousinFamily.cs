namespace SensorSim.Scenes.Cousins;

/// <summary>Kinds of things that can vary; the first part of a key.</summary>
internal enum CousinFamily
{
    Lights,
    Materials,
    Objects,
    Environment,

    /// <summary>Cameras of the scenario: how they expose, focus and sense.</summary>
    Cameras,

    /// <summary>The scene as a whole.</summary>
    Scene,

    /// <summary>How bodies move.</summary>
    Physics,

    /// <summary>What happens in single episodes.</summary>
    Events,

    /// <summary>Free parameters: recorded, without effect on the scene.</summary>
    Parameters,
}
