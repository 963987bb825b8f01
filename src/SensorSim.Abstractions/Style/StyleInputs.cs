namespace SensorSim.Style;

/// <summary>What a backend wants to know of a frame besides its colour.</summary>
[Flags]
public enum StyleInputs
{
    None = 0,

    /// <summary><see cref="StyleFrame.DepthMetres"/>.</summary>
    Depth = 1,

    /// <summary><see cref="StyleFrame.Normals"/>.</summary>
    Normals = 2,

    /// <summary><see cref="StyleFrame.Instances"/>.</summary>
    Instances = 4,

    /// <summary><see cref="StyleFrame.Categories"/>.</summary>
    Categories = 8,

    /// <summary><see cref="StyleFrame.Flow"/>.</summary>
    Flow = 16,

    /// <summary><see cref="StyleFrame.Edges"/>.</summary>
    Edges = 32,
}
