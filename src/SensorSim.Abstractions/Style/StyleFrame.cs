namespace SensorSim.Style;

/// <summary>One frame with what is known of it. Arrays are row-major, one entry (or three, or two) for each pixel; what was not asked for is null, and so is what the dataset lacks where a backend can do without.</summary>
/// <param name="Name">"000012_0007_front".</param>
/// <param name="Sample">Index of the sample.</param>
/// <param name="Step">Index within the episode.</param>
/// <param name="Camera">The camera's name.</param>
/// <param name="TimeSeconds">On the episode's clock.</param>
/// <param name="Colour">The picture.</param>
public sealed record StyleFrame(string Name, long Sample, int Step, string Camera, double TimeSeconds, StyleImage Colour)
{
    /// <summary>Metres along the optical axis (beyond 120° of view: along the ray); 0 where nothing is.</summary>
    public IReadOnlyList<float>? DepthMetres { get; init; }

    /// <summary>Unit vectors in the camera's frame (+X right, +Y down, +Z forward), three numbers a pixel; 0, 0, 0 where nothing is.</summary>
    public IReadOnlyList<float>? Normals { get; init; }

    /// <summary>Instance ids; 0 where nothing is.</summary>
    public IReadOnlyList<ushort>? Instances { get; init; }

    /// <summary>Category ids; 0 is unlabelled.</summary>
    public IReadOnlyList<ushort>? Categories { get; init; }

    /// <summary>Movement to the next frame in pixels, right and down; NaN where it is not known. Null at the last frame.</summary>
    public IReadOnlyList<float>? Flow { get; init; }

    /// <summary>True at pixels beside another instance, or beside a jump of depth.</summary>
    public IReadOnlyList<bool>? Edges { get; init; }
}
