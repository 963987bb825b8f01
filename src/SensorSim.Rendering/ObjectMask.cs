namespace SensorSim.Rendering;

/// <summary>Which pixels of a rectangle an object would cover if it stood alone: a bit for each, row by row, the lowest of a byte first.</summary>
/// <param name="X">First column in the image; negative left of it.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bits">At least Width · Height; the memory belongs to the <see cref="FrameOutput"/>.</param>
public readonly record struct ObjectMask(int X, int Y, int Width, int Height, ReadOnlyMemory<byte> Bits);
