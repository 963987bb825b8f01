namespace SensorSim.Rendering.Passes;

/// <summary>What the forward pass draws, and onto what.</summary>
internal enum ForwardContent
{
    /// <summary>Opaque surfaces, then transparent ones.</summary>
    Everything,

    /// <summary>Opaque surfaces alone.</summary>
    Solid,

    /// <summary>Transparent surfaces, onto the opaque ones that the pass has drawn before.</summary>
    TransparentOverSolid,

    /// <summary>Transparent surfaces alone, before the depths of the visibility pass.</summary>
    TransparentOverShaded,
}
