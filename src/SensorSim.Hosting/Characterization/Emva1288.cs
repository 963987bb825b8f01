using SensorSim.Sensors;

namespace SensorSim.Hosting.Characterization;

/// <summary>
/// The procedure of EMVA 1288 (linear model): a dark and a light series, photon transfer up to 70 % of saturation, spatial non-uniformity from
/// stacks of 16 frames, saturation where the well fills before the converter does.
/// </summary>
/// <param name="sensor">The camera.</param>
/// <param name="keep">Receives every frame with what it is of.</param>
public sealed class Emva1288(SensorUnderTest sensor, Action<RawFrame, FrameKind>? keep = null)
{
    private const double BaseIso = 100;
    private const double ExposureSeconds = 0.01;
    private const double FNumber = 2;

    /// <summary>Too short for dark current.</summary>
    private const double NoExposureSeconds = 1e-6;

    private const double FirstLevel = 0.05;
    private const double LastLevel = 0.7;
    private const int Levels = 12;
    private const int StackedFrames = 16;

    /// <summary>Of the light that saturates.</summary>
    private const double Beyond = 1.6;

    private const int MostHalvings = 6;

    private static readonly double[] DarkSeconds = [0, 2.5, 5, 7.5, 10];

    private int _level;

    /// <summary>Of light frames.</summary>
    public static Exposure UsualExposure => At(ExposureSeconds, BaseIso);

    /// <summary>Takes all frames and finds the figures.</summary>
    public CharacterizedCamera Run()
    {
        FrameStack[] dark = Stack(0, At(NoExposureSeconds, BaseIso), StackedFrames);
        (double[] gains, TransferPoint[] curve) = Transfer(BaseIso, dark);
        double gain = gains.Average();
        FrameStack[] half = Stack(0.5, At(ExposureSeconds, BaseIso), StackedFrames);
        double darkVariance = dark.Average(plane => plane.TemporalVariance);
        (double? fullWell, double? iso) = FullWell();
        return new(
            new(
                gain,
                PhotonTransfer.ReadNoise(darkVariance, gain),
                fullWell,
                100 * dark.Zip(half, (d, h) => Root(h.SpatialVariance - d.SpatialVariance) / (h.Mean - d.Mean)).Average(),
                dark.Average(plane => Root(plane.SpatialVariance)) / gain,
                dark.Average(plane => plane.Mean)),
            curve,
            new(dark[0].Mean, dark[0].TemporalVariance),
            DarkCurrent(gain),
            darkVariance < PhotonTransfer.LeastDarkVariance,
            iso);
    }

    private static double Root(double variance) => Math.Sqrt(Math.Max(0, variance));

    private static Exposure At(double seconds, double iso) => Exposure.Physical(0, seconds, 0, FNumber, iso);

    // Of each plane; the curve is the first one's and goes on beyond saturation.
    private (double[] Gains, TransferPoint[] Curve) Transfer(double iso, FrameStack[] dark)
    {
        double[] levels = [.. Enumerable.Range(0, Levels).Select(i => FirstLevel + ((LastLevel - FirstLevel) * i / (Levels - 1))), 0.8, 0.9, 1, 1.1, 1.25];
        TransferPoint[][] points = [.. levels.Select(level => Pair(level, At(ExposureSeconds, iso)))];
        double[] gains = [.. dark.Select((plane, i) => PhotonTransfer.Gain(points.Take(Levels).Select(level => level[i]), new(plane.Mean, plane.TemporalVariance)))];
        return (gains, [.. points.Select(level => level[0])]);
    }

    private TransferPoint[] Pair(double level, Exposure exposure)
    {
        IReadOnlyList<double[]> first = Capture(level, exposure).Planes, second = Capture(level, exposure, isSameLevel: true).Planes;
        return [.. first.Zip(second, (a, b) => PhotonTransfer.Point(a, b))];
    }

    private FrameStack[] Stack(double level, Exposure exposure, int frames)
    {
        FrameStack[]? stacks = null;
        for (int i = 0; i < frames; i++)
        {
            IReadOnlyList<double[]> planes = Capture(level, exposure, isSameLevel: i > 0).Planes;
            stacks ??= [.. planes.Select(plane => new FrameStack(plane.Length))];
            foreach ((FrameStack stack, double[] plane) in stacks.Zip(planes))
            {
                stack.Add(plane);
            }
        }

        return stacks!;
    }

    // A converter that clips first hides the well: a lower gain shows it.
    private (double? Electrons, double? Iso) FullWell()
    {
        double iso = BaseIso;
        double ceiling = Capture(Beyond, At(ExposureSeconds, BaseIso)).Samples.Max();
        for (int i = 0; i <= MostHalvings; i++, iso /= 2)
        {
            RawFrame full = Capture(Beyond, At(ExposureSeconds, iso));
            _ = Capture(Beyond, At(ExposureSeconds, iso), isSameLevel: true);
            if (full.Samples.Count(sample => sample >= ceiling) < full.Samples.Length / 1000 || i == MostHalvings)
            {
                FrameStack[] dark = Stack(0, At(NoExposureSeconds, iso), 4);
                double[] gains = Transfer(iso, dark).Gains;
                double electrons = full.Planes.Select((plane, p) => (plane.Average() - dark[p].Mean) / gains[p]).Average();
                return (electrons, i == MostHalvings ? null : iso);
            }
        }

        return (null, null);
    }

    private double DarkCurrent(double gain)
    {
        double[] means = [.. DarkSeconds.Select(seconds => Capture(0, At(Math.Max(seconds, NoExposureSeconds), BaseIso)).Planes.Average(plane => plane.Average()))];
        double time = DarkSeconds.Average(), mean = means.Average();
        double above = DarkSeconds.Zip(means, (t, m) => (t - time) * (m - mean)).Sum(), below = DarkSeconds.Sum(t => (t - time) * (t - time));
        return above / below / gain;
    }

    // level: share of the light that saturates.
    private RawFrame Capture(double level, Exposure exposure, bool isSameLevel = false)
    {
        double nit = level * sensor.Chain.SaturationLuxSeconds(exposure.Iso) / exposure.LuxSecondsPerNit;
        RawFrame frame = sensor.Capture(new(nit, nit, nit), exposure);
        _level += isSameLevel ? 0 : 1;
        keep?.Invoke(frame, new(level > 0, _level, exposure.DurationSeconds, exposure.Iso));
        return frame;
    }
}
