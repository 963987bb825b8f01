namespace SensorSim.Hosting.Characterization;

/// <summary>Figures of a real camera from its flat fields and dark frames, with intervals from sixteen tiles of the image.</summary>
/// <param name="Gain">DN/e-, at the speed with the most levels.</param>
/// <param name="ReadNoise">e-.</param>
/// <param name="FullWell">e-; null where no level is saturated.</param>
/// <param name="Prnu">%, at the level nearest to half of the brightest.</param>
/// <param name="Dsnu">e-.</param>
/// <param name="BlackLevel">DN, without exposure where <paramref name="DarkSignal"/> says so.</param>
/// <param name="DarkSignal">Whether dark current's part of the black level could be told from it.</param>
/// <param name="Frames">How many were read.</param>
/// <param name="LeftOut">Frames that are alone at their level: the difference of two is the noise.</param>
public sealed record Calibration(
    FigureEstimate Gain,
    FigureEstimate ReadNoise,
    FigureEstimate? FullWell,
    FigureEstimate Prnu,
    FigureEstimate Dsnu,
    FigureEstimate BlackLevel,
    DarkSignal DarkSignal,
    int Frames,
    IReadOnlyList<CameraFrame> LeftOut)
{
    /// <summary>In the order of <see cref="CameraFigure.All"/>.</summary>
    public IReadOnlyList<FigureEstimate?> Estimates => [Gain, ReadNoise, FullWell, Prnu, Dsnu, BlackLevel];

    private const double LargestShareOfSaturation = 0.7;
    private const int FewestLevels = 3;

    /// <exception cref="CalibrationException">Frames are missing or cannot be read; the message says which.</exception>
    public static Calibration Of(IReadOnlyList<CameraFrame> frames)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ILookup<bool, CameraFrame[]> groups = frames.GroupBy(frame => (frame.Kind.IsLit, frame.Kind.Level)).Select(group => group.ToArray()).ToLookup(group => group.Length > 1);
        LevelStatistics[] levels = [.. groups[true].Select(LevelStatistics.Of)];
        Series[] series = [.. levels.GroupBy(level => level.Kind.Iso).Where(group => group.Any(level => !level.Kind.IsLit)).Select(group => new Series([.. group]))];
        Series main = series.MaxBy(one => one.Linear.Count) is { } most && most.Linear.Count >= FewestLevels
            ? most
            : throw new CalibrationException($"At least {FewestLevels} levels of flat fields below saturation and one of dark frames are needed, two frames each and more.");
        Series? saturated = series.Where(one => one.Saturated is not null).OrderBy(one => one.IsConverterFull).FirstOrDefault();
        FigureEstimate Estimate(Series one, Func<Series, Func<LevelStatistics, IReadOnlyList<SampleStatistics>>, double> figure) => FigureEstimate.Of(
            figure(one, level => level.Whole),
            [.. Enumerable.Range(0, LevelStatistics.Across * LevelStatistics.Across).Select(tile => figure(one, level => level.Tiles[tile]))]);
        return new(
            Estimate(main, (one, of) => one.GainOf(of)),
            Estimate(main, (one, of) => PhotonTransfer.ReadNoise(of(one.Dark).Average(plane => plane.TemporalVarianceDn), one.GainOf(of))),
            saturated is null ? null : Estimate(saturated, (one, of) => (of(one.Saturated!).Average(plane => plane.MeanDn) - of(one.Dark).Average(plane => plane.MeanDn)) / one.GainOf(of)),
            Estimate(main, (one, of) => one.PrnuOf(of)),
            Estimate(main, (one, of) => Root(of(one.Dark).Average(plane => plane.SpatialVarianceDn)) / one.GainOf(of)),
            Estimate(main, (one, of) => one.BlackLevelOf(of)),
            main.DarkSignal,
            levels.Sum(level => level.Frames),
            [.. groups[false].SelectMany(group => group)]);
    }

    private static double Root(double variance) => Math.Sqrt(Math.Max(0, variance));

    /// <summary>The levels of one speed.</summary>
    private sealed class Series
    {
        private readonly LevelStatistics[] _darks;

        public Series(LevelStatistics[] levels)
        {
            Dark = levels.Where(level => !level.Kind.IsLit).OrderBy(level => double.IsNaN(level.Kind.ExposureSeconds)).ThenBy(level => level.Kind.ExposureSeconds).ThenByDescending(level => level.Frames).First();
            _darks = [.. levels.Where(level => !level.Kind.IsLit)];
            LevelStatistics[] lit = [.. levels.Where(level => level.Kind.IsLit).OrderBy(Mean)];
            double peak = lit.Length == 0 ? 0 : lit.Max(Variance);
            Saturated = lit.LastOrDefault(level => Variance(level) < peak / 2 && Mean(level) >= lit.Where(other => Variance(other) == peak).Max(Mean));
            IsConverterFull = Saturated is not null && Variance(Saturated) < Variance(Dark) / 4;
            double limit = Saturated is null ? double.PositiveInfinity : Mean(Dark) + (LargestShareOfSaturation * (Mean(Saturated) - Mean(Dark)));
            Linear = [.. lit.Where(level => Mean(level) <= limit * 1.001)];
        }

        /// <summary>Of the shortest exposure; of several the one with the most frames.</summary>
        public LevelStatistics Dark { get; }

        /// <summary>Levels for the photon transfer curve.</summary>
        public IReadOnlyList<LevelStatistics> Linear { get; }

        /// <summary>The brightest, where its noise has gone.</summary>
        public LevelStatistics? Saturated { get; }

        /// <summary>Whether even read noise has gone there: the converter clipped, and the well may hold more.</summary>
        public bool IsConverterFull { get; }

        public DarkSignal DarkSignal => new([.. Timed.Select(level => level.Kind.ExposureSeconds).Distinct().Order()]);

        private IEnumerable<LevelStatistics> Timed => _darks.Where(level => !double.IsNaN(level.Kind.ExposureSeconds));

        public double GainOf(Func<LevelStatistics, IReadOnlyList<SampleStatistics>> of) =>
            of(Dark).Select((dark, plane) => PhotonTransfer.Gain(Linear.Select(level => Point(of(level)[plane])), Point(dark))).Average();

        public double BlackLevelOf(Func<LevelStatistics, IReadOnlyList<SampleStatistics>> of) => DarkSignal.IsTakenOut
            ? PhotonTransfer.AtNoExposure(Timed.Select(level => (level.Kind.ExposureSeconds, of(level).Average(plane => plane.MeanDn), (double)level.Frames)))
            : of(Dark).Average(plane => plane.MeanDn);

        public double PrnuOf(Func<LevelStatistics, IReadOnlyList<SampleStatistics>> of)
        {
            double brightest = Saturated is null ? Linear.Max(Mean) : Mean(Saturated);
            LevelStatistics half = Linear.MaxBy(level => (level.Frames, -Math.Abs(Mean(level) - Mean(Dark) - ((brightest - Mean(Dark)) / 2))))!;
            return of(half).Zip(of(Dark), (h, d) => 100 * Root(h.SpatialVarianceDn - d.SpatialVarianceDn) / (h.MeanDn - d.MeanDn)).Average();
        }

        private static TransferPoint Point(SampleStatistics statistics) => new(statistics.MeanDn, statistics.TemporalVarianceDn);

        private static double Mean(LevelStatistics level) => level.Whole.Average(plane => plane.MeanDn);

        private static double Variance(LevelStatistics level) => level.Whole.Average(plane => plane.TemporalVarianceDn);
    }
}
