namespace SensorSim.Rendering.Planning;

/// <summary>Which objects a frame draws on the shadow maps.</summary>
/// <param name="Change">What differs from the frame before.</param>
/// <param name="Varies">Whether an object is drawn by each frame.</param>
internal readonly record struct CasterChoice(CasterChange Change, Func<int, bool> Varies);
