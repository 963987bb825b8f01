using SensorSim.Hosting.Runs.Planning;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Runs;

/// <summary>
/// When a camera's rows are open. The instant of the labels is the middle of the exposure of the middle row, so a frame
/// labelled t begins half a readout and half an exposure earlier.
/// </summary>
public static class ExposureSchedule
{
    /// <summary>Exposure time of a camera without an exposure block: a global shutter at a common video setting.</summary>
    public const double AutomaticDurationSeconds = 1.0 / 60;

    /// <summary>Speed of a camera without an exposure block.</summary>
    public const double AutomaticIso = 100;

    /// <param name="camera">The camera.</param>
    /// <param name="timeSeconds">Instant of the labels.</param>
    /// <param name="automaticScale">
    /// For a camera that exposes automatically: the display value of one nit, so that the chain saturates at 1 / scale nit.
    /// </param>
    /// <exception cref="ArgumentNullException">The camera exposes automatically and there is no scale.</exception>
    public static Exposure At(CameraPlan camera, double timeSeconds, double? automaticScale)
    {
        ArgumentNullException.ThrowIfNull(camera);
        int rows = camera.Settings.Height;
        if (camera.Settings.Exposure is { } physical)
        {
            double start = Start(timeSeconds, physical.TimeSeconds, physical.RowTimeSeconds, rows);
            return Exposure.Physical(start, physical.TimeSeconds, physical.RowTimeSeconds, physical.FNumber, physical.Iso);
        }

        double scale = automaticScale ?? throw new ArgumentNullException(nameof(automaticScale), $"The camera {camera.Settings.Name} exposes automatically.");
        double saturation = camera.Chain.SaturationLuxSeconds(AutomaticIso);
        return new(
            Start(timeSeconds, AutomaticDurationSeconds, 0, rows), AutomaticDurationSeconds, 0, scale * saturation, AutomaticIso);
    }

    private static double Start(double timeSeconds, double duration, double rowTime, int rows) =>
        timeSeconds - (duration / 2) - ((rows - 1) / 2.0 * rowTime);
}
