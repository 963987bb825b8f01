namespace SensorSim.Datasets;

/// <summary>A named point of an object as one frame sees it.</summary>
/// <param name="Name">Unique within the object.</param>
/// <param name="PositionM">Three numbers, metres, camera frame.</param>
/// <param name="Pixel">[x, y], OpenCV's pixel coordinates, perhaps outside the image; null where the camera has no place for it.</param>
/// <param name="Visibility">0 outside the image, 1 hidden, 2 visible.</param>
public sealed record KeypointRecord(string Name, IReadOnlyList<double> PositionM, IReadOnlyList<double>? Pixel, int Visibility)
{
    /// <summary>With labels of each row's instant: the instant of the row that shows the point, seconds on the episode's clock; else null.</summary>
    public double? TimeS { get; init; }

    public const int Outside = 0;
    public const int Hidden = 1;
    public const int Visible = 2;
}
