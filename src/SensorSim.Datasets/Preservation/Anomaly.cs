namespace SensorSim.Datasets.Preservation;

/// <summary>A place that differs from what recolouring and relighting explain.</summary>
/// <param name="AreaPx">Pixels.</param>
/// <param name="Excess">Pixels, each counted as often as its difference is of what is tolerated, at most four times.</param>
/// <param name="Contrast">Mean difference there, 0 to 1 of the encoded range.</param>
/// <param name="Left">First column.</param>
/// <param name="Top">First row.</param>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="InstanceId">The object that most of it is on.</param>
internal readonly record struct Anomaly(int AreaPx, double Excess, double Contrast, int Left, int Top, int Width, int Height, int InstanceId);
