namespace SensorSim.Datasets.Labels;

/// <summary>Which pixels of a rectangle an instance would cover if it were alone: a bit for each, row by row, the lowest of a byte first.</summary>
/// <param name="X">First column in the image; negative left of it.</param>
/// <param name="Y">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Bits">At least Width · Height.</param>
public readonly record struct SoloMask(int X, int Y, int Width, int Height, ReadOnlyMemory<byte> Bits)
{
    /// <summary>The extent of what is covered.</summary>
    public IdExtent Extent
    {
        get
        {
            IdExtent extent = default;
            for (int i = 0; i < Width * Height; i++)
            {
                if (Covers(i))
                    extent = extent.With(Y + (i / Width), X + (i % Width), X + (i % Width) + 1);
            }

            return extent;
        }
    }

    /// <summary>Whether a pixel, counted row by row within the rectangle, is covered.</summary>
    public bool Covers(int index) => (Bits.Span[index >> 3] & (1 << (index & 7))) != 0;
}
