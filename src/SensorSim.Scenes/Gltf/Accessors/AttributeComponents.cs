namespace SensorSim.Scenes.Gltf.Accessors;

/// <summary>The kinds of component that a vertex attribute may be stored with.</summary>
[Flags]
internal enum AttributeComponents
{
    Float = 1,

    /// <summary>8- or 16-bit integers that stand for 0..1 or -1..1.</summary>
    Normalized = 2,

    /// <summary>8- or 16-bit integers that stand for themselves.</summary>
    Integer = 4,
}
