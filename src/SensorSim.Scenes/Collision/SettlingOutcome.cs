namespace SensorSim.Scenes.Collision;

/// <summary>How letting a body fall ended.</summary>
internal enum SettlingOutcome
{
    /// <summary>It lies.</summary>
    AtRest,

    /// <summary>It left where it should lie.</summary>
    Lost,

    /// <summary>It still moves after the longest time.</summary>
    Restless,

    /// <summary>It would overlap something.</summary>
    Wedged,
}
