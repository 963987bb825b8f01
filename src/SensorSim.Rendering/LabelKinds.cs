namespace SensorSim.Rendering;

/// <summary>Which labels a frame carries.</summary>
[Flags]
public enum LabelKinds
{
    None = 0,

    /// <summary>Planar depth; distance from the camera beyond 120 degrees of view.</summary>
    Depth = 1,

    /// <summary>Unit normal in the camera frame: the interpolated vertex normal, without the normal map, on the side that is seen.</summary>
    Normal = 2,

    /// <summary>Instance id.</summary>
    Instance = 4,

    /// <summary>Category id.</summary>
    Category = 8,

    /// <summary>What visibility and truncation need: how many pixels each object would cover alone.</summary>
    Coverage = 16,

    Default = Depth | Normal | Instance | Category | Coverage,
}
