namespace SensorSim.Rendering.Planning;

/// <summary>What of the shadow maps differs from the frame before.</summary>
internal enum CasterChange
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Only objects that have varied before.</summary>
    Varying,

    /// <summary>Objects that have stood still so far: what stands is drawn anew, and kept.</summary>
    Standing,

    /// <summary>All: nothing is kept.</summary>
    Everything,
}
