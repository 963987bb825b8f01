namespace SensorSim.Scenes.Scenarios.Cameras;

/// <summary>What a drawn camera must be; a sample whose camera is not is drawn again.</summary>
public sealed record CameraValidity
{
    /// <summary>Where the scenario says so.</summary>
    public SourcePosition Position { get; init; }

    /// <summary>Metres to the nearest surface. Inside an object is never allowed.</summary>
    public double ClearMetres { get; init; }

    /// <summary>Pattern over the objects that it must see; null where it need not see any.</summary>
    public string? Target { get; init; }

    /// <summary>Where the pattern was written.</summary>
    public SourcePosition TargetPosition { get; init; }

    /// <summary>Share of the target's surface, as far as it faces the camera, that is in the image and not hidden by others.</summary>
    public double VisibleShare { get; init; }

    /// <summary>Metres between two samples' cameras that are not turned by <see cref="ApartDegrees"/>; null allows repeats.</summary>
    public double? ApartMetres { get; init; }

    /// <summary>Degrees between two samples' cameras that are not <see cref="ApartMetres"/> apart.</summary>
    public double ApartDegrees { get; init; }
}
