namespace SensorSim.Sensors;

/// <summary>
/// When and how strongly a frame is exposed. Row r is open during [StartSeconds + r·RowTimeSeconds, … + DurationSeconds],
/// on the episode's clock.
/// </summary>
/// <param name="StartSeconds">Opening of row 0.</param>
/// <param name="DurationSeconds">Exposure time of each row.</param>
/// <param name="RowTimeSeconds">Delay from one row to the next; 0 is a global shutter.</param>
/// <param name="LuxSecondsPerNit">
/// Focal-plane exposure of a uniform scene of 1 nit: π·T/(1+4N²) with a physical exposure (EMVA 1288), solved for by
/// automatic exposure otherwise.
/// </param>
/// <param name="Iso">Exposure index; scales the analogue gain (100 = base).</param>
public sealed record Exposure(double StartSeconds, double DurationSeconds, double RowTimeSeconds, double LuxSecondsPerNit, double Iso)
{
    /// <summary>
    /// A camera with an exposure block: one nit gives π·T/(1+4N²) lx·s in the focal plane (EMVA 1288), N the f-number.
    /// </summary>
    public static Exposure Physical(double startSeconds, double durationSeconds, double rowTimeSeconds, double fNumber, double iso) =>
        new(startSeconds, durationSeconds, rowTimeSeconds, Math.PI * durationSeconds / (1 + (4 * fNumber * fNumber)), iso);

    /// <summary>
    /// The focal-plane exposure that saturates a sensor of this speed: 78/S lx·s (ISO 12232, saturation-based speed).
    /// It stands in where no stage of the chain says where it saturates.
    /// </summary>
    public static double StandardSaturationLuxSeconds(double iso) => 78 / iso;

    /// <summary>The exposure window of a row, seconds on the episode's clock.</summary>
    public (double Start, double End) RowWindow(int row)
    {
        double start = StartSeconds + (row * RowTimeSeconds);
        return (start, start + DurationSeconds);
    }
}
