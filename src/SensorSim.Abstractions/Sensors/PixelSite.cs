using SensorSim.Randomness;

namespace SensorSim.Sensors;

/// <summary>Where and when a stage works: one pixel of one frame. GLSL's <c>PixelSite</c> has the same fields.</summary>
/// <param name="X">Column.</param>
/// <param name="Y">Row.</param>
/// <param name="Width">Image width; the pixel's index is Y · Width + X.</param>
/// <param name="Exposure">The frame's exposure.</param>
/// <param name="Random">Numbers of this stage at this pixel: they change from frame to frame.</param>
/// <param name="FixedPattern">Numbers of this stage at this pixel of this sensor: the same in every frame.</param>
public readonly record struct PixelSite(int X, int Y, int Width, Exposure Exposure, RandomStream Random, RandomStream FixedPattern);
