namespace SensorSim.Rendering.Planning;

/// <summary>What a frame draws on each layer of the shadow maps that its views share.</summary>
/// <param name="Change">What differs from the frame before.</param>
/// <param name="Standing">What is kept; empty unless it is drawn anew.</param>
/// <param name="Varying">What is drawn over it.</param>
internal sealed record ShadowCasters(CasterChange Change, Draw[][] Standing, Draw[][] Varying);
