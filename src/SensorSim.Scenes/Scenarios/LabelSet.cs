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

    /// <summary>Distance from the camera's centre.</summary>
    Range = 32,

    /// <summary>Place in the world.</summary>
    Position = 64,

    /// <summary>Normal of the triangle's plane.</summary>
    GeometricNormal = 128,

    /// <summary>Primitive of the mesh.</summary>
    Part = 256,

    Material = 512,

    /// <summary>Normalised object coordinates.</summary>
    Nocs = 1024,

    /// <summary>Texture coordinates.</summary>
    Uv = 2048,

    /// <summary>What a run writes when nothing is said.</summary>
    Default = Rgb | Depth | Instance | Semantic | Normal,

    /// <summary>Everything that this version can write.</summary>
    All = Default | Range | Position | GeometricNormal | Part | Material | Nocs | Uv,
}
