namespace SensorSim.Rendering;

/// <summary>The pixels that objects would cover alone, where they were drawn alone.</summary>
/// <param name="Inside">Instance id → pixels in the image. Of an object that is missing, nothing can hide any: they are the visible ones.</param>
/// <param name="Outside">Instance id → pixels outside the image, on a canvas three times as wide and high around it; an object that is missing has none.</param>
public sealed record ObjectMasks(IReadOnlyDictionary<int, ObjectMask> Inside, IReadOnlyDictionary<int, ObjectMask> Outside)
{
    public static ObjectMasks None { get; } = new(new Dictionary<int, ObjectMask>(), new Dictionary<int, ObjectMask>());
}
