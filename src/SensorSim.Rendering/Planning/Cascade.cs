using SensorSim.Geometry;

namespace SensorSim.Rendering.Planning;

/// <summary>A square part of a parallel shadow map at a higher resolution.</summary>
/// <param name="Scale">How much finer it is than the whole map.</param>
/// <param name="OffsetU">Its coordinate u is that of the whole map times the scale, and this.</param>
/// <param name="OffsetV">As for v.</param>
internal readonly record struct Cascade(double Scale, double OffsetU, double OffsetV)
{
    /// <summary>Cascades of one lamp in one view.</summary>
    public const int Most = 4;

    /// <summary>From the clip space of the whole map to its own.</summary>
    public Matrix4x4d Clip => new(
        Scale, 0, 0, Scale + (2 * OffsetU) - 1,
        0, Scale, 0, Scale + (2 * OffsetV) - 1,
        0, 0, 1, 0,
        0, 0, 0, 1);
}
