using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Exposures;

/// <summary>
/// Labels of each row at the middle of its own exposure, so that they lie where a rolling shutter's image shows things. Rows between which nothing
/// moves further than a tenth of a pixel share an instant.
/// </summary>
public static class RowLabels
{
    private const double LargestWayPixels = 0.1;

    /// <summary>Instants at which motion is looked at.</summary>
    private const int Probes = 9;

    /// <summary>Pixels that the device writes together: labels of rows that share such a group share an instant.</summary>
    private const int PixelsTogether = 8;

    /// <summary>Groups of rows from the top to the bottom; none when nothing moves while rows are read, and one instant does for all.</summary>
    /// <param name="cousin">At the instant of the frame.</param>
    /// <param name="camera">The camera.</param>
    public static IReadOnlyList<LabelRows> Of(SceneInstance cousin, ExposedCamera camera)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        ArgumentNullException.ThrowIfNull(camera);
        var intrinsics = camera.In(cousin).Intrinsics;
        int groups = Math.Min((int)Math.Ceiling(Way(cousin, camera, intrinsics.Height) / LargestWayPixels), intrinsics.Height);
        if (groups <= 1)
        {
            return [];
        }

        int together = PixelsTogether / (int)System.Numerics.BigInteger.GreatestCommonDivisor(intrinsics.Width, PixelsTogether);
        int rows = (((intrinsics.Height + groups - 1) / groups) + together - 1) / together * together;
        return [.. Enumerable.Range(0, (intrinsics.Height + rows - 1) / rows).Select(group =>
        {
            (int first, int end) = (group * rows, Math.Min((group + 1) * rows, intrinsics.Height));
            double seconds = (Middle(camera, first) + Middle(camera, end - 1)) / 2;
            SceneInstance instant = cousin.At(seconds);
            return new LabelRows(instant, camera.In(instant), first, end) { TimeSeconds = seconds };
        })];
    }

    private static double Way(SceneInstance cousin, ExposedCamera camera, int height)
    {
        if (cousin.Motion is not { Moves: true })
        {
            return 0;
        }

        double first = Middle(camera, 0), last = Middle(camera, height - 1);
        SceneInstance[] instants = [.. Enumerable.Range(0, Probes).Select(i => cousin.At(first + ((last - first) * i / (Probes - 1))))];
        return instants.Zip(instants.Skip(1), (before, after) => ScreenMotion.Pixels(before, camera.In(before), after, camera.In(after))).Sum();
    }

    private static double Middle(ExposedCamera camera, int row)
    {
        (double start, double end) = camera.Exposure.RowWindow(row);
        return (start + end) / 2;
    }
}
