using SensorSim.Geometry;

namespace SensorSim.Datasets.Labels;

/// <summary>An axis-aligned box in an object's own axes, metres before the object's scale.</summary>
public readonly record struct LocalBounds(Vector3d Min, Vector3d Max)
{
    public Vector3d Center => 0.5 * (Min + Max);

    /// <summary>Corner 0 to 7: bit 0 chooses X, bit 1 Y, bit 2 Z.</summary>
    public Vector3d Corner(int index) => new(
        (index & 1) == 0 ? Min.X : Max.X,
        (index & 2) == 0 ? Min.Y : Max.Y,
        (index & 4) == 0 ? Min.Z : Max.Z);
}
