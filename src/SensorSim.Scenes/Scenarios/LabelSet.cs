namespace SensorSim.Scenes.Scenarios;

/// <summary>The images that are written for each frame.</summary>
[Flags]
public enum LabelSet
{
    None = 0,

    /// <summary>The sensor image.</summary>
    Rgb = 1,

    Depth = 2,

    Instance = 4,

    Semantic = 8,

    Normal = 16,

    /// <summary>What a run writes when nothing is said.</summary>
    Default = Rgb | Depth | Instance | Semantic | Normal,

    /// <summary>Everything that this version can write.</summary>
    All = Default,
}
