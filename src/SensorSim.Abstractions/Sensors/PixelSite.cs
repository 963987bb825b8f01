using SensorSim.Randomness;

namespace SensorSim.Sensors;

/// <summary>Where and when a stage works: one pixel of one frame. GLSL's <c>PixelSite</c> has the same fields.</summary>
/// <param name="X">Column.</param>
/// <param name="Y">Row.</param>
/// <param name="Width">Image width; the pixel's index is Y · Width + X.</param>
/// <param name="Height">Image height.</param>
/// <param name="Exposure">The frame's exposure.</param>
/// <param name="Raw">
/// The range of digital numbers given by the last stage in front of this one that gives any; 0 to 1 where there is none.
/// A development stage reads black and white level here.
/// </param>
/// <param name="Coefficients">The stage's <c>Coefficients</c>, computed once per frame; GLSL's <c>NAME_coefficient(i)</c>.</param>
/// <param name="Random">Numbers of this stage at this pixel: they change from frame to frame.</param>
/// <param name="FixedPattern">Numbers of this stage at this pixel of this sensor: the same in every frame.</param>
public readonly record struct PixelSite(
    int X,
    int Y,
    int Width,
    int Height,
    Exposure Exposure,
    RawRange Raw,
    IReadOnlyList<double> Coefficients,
    RandomStream Random,
    RandomStream FixedPattern);
