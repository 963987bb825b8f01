using SensorSim.Randomness;
using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>Where and when a stage works: one pixel of one frame. GLSL's <c>PixelSite</c> has the same fields.</summary>
/// <param name="X">Column.</param>
/// <param name="Y">Row.</param>
/// <param name="Width">Image width; the pixel's index is Y · Width + X.</param>
/// <param name="Height">Image height.</param>
/// <param name="Exposure">The frame's exposure.</param>
/// <param name="Range">Of the signal in front of this stage: what a saturated sample has, and a dark one. A development stage reads black and white level here.</param>
/// <param name="Coefficients">The stage's <c>Coefficients</c>, computed once per frame; GLSL's <c>NAME_coefficient(i)</c>.</param>
/// <param name="Filters">Colour filters of the mosaic; null where pixels have three samples from the beginning.</param>
/// <param name="Random">Numbers of this stage at this pixel: they change from frame to frame.</param>
/// <param name="FixedPattern">Numbers of this stage at this pixel of this sensor, counted from the sensor's middle: the same in every frame, and in a crop.</param>
public readonly record struct PixelSite(
    int X,
    int Y,
    int Width,
    int Height,
    Exposure Exposure,
    SignalRange Range,
    IReadOnlyList<double> Coefficients,
    FilterPattern? Filters,
    RandomStream Random,
    RandomStream FixedPattern)
{
    private const uint Rows = 0x80000000;
    private const uint Columns = 0xC0000000;

    /// <summary>Numbers of this row in this frame.</summary>
    public RandomStream RowRandom => Random with { Pixel = Rows | (uint)Y };

    /// <summary>Numbers of this column in this frame.</summary>
    public RandomStream ColumnRandom => Random with { Pixel = Columns | (uint)X };

    /// <summary>Numbers of this row of this sensor, the same in every frame.</summary>
    public RandomStream RowPattern => FixedPattern with { Pixel = Rows | FromMiddle(Y, Height) };

    /// <summary>Numbers of this column of this sensor, the same in every frame.</summary>
    public RandomStream ColumnPattern => FixedPattern with { Pixel = Columns | FromMiddle(X, Width) };

    /// <summary>Index of a pixel in fixed patterns: a crop around the middle keeps its own.</summary>
    public static uint PatternIndex(int x, int y, int width, int height) => FromMiddle(y, height) << 15 | FromMiddle(x, width);

    // 15 bits: images have at most 16,384 pixels along a side.
    private static uint FromMiddle(int at, int length) => (uint)(at - (length / 2)) & 0x7FFF;
}
