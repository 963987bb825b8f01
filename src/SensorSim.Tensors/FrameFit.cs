namespace SensorSim.Tensors;

/// <summary>What becomes of a frame for a network that takes one size only.</summary>
public enum FrameFit
{
    /// <summary>The whole frame is scaled to that size, and the answer back.</summary>
    Resize,

    /// <summary>The frame is cut into tiles of that size.</summary>
    Tile,
}
