using SensorSim.Randomness;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Hosting.Conformance.Stages;

/// <summary>
/// A stage's reference, drawn many times with numbers that really change from frame to frame, beside the variance that it says. The pixels share no row and no column: what a
/// row has in common would count once for each of them.
/// </summary>
internal sealed class VarianceTrial(SensorStage stage, object parameters, double inputDeviation)
{
    private const int Pixels = 64;
    private const int Frames = 256;

    /// <summary>Standard deviation, e- or DN.</summary>
    private const double UsualNoise = 5;

    /// <summary>Share of the signal within which a stage that clips or bends says the same: noise reaches beyond the place where it does.</summary>
    private const double Surroundings = 0.1;

    private static readonly uint s_input = RandomKey.StreamOf("conformance.input");

    private readonly SensorFrame _frame = TestFrame.Of(new SignalImage(Pixels, Pixels)).Frame;
    private readonly SignalRange _range = new SourceProbe(stage.Input).Range(new(), 100, SignalRange.Unlimited);
    private readonly double[] _coefficients = [.. stage.CoefficientsOf(parameters)];

    /// <summary>
    /// With which noise in front a stage is tried: none where light and mean charge have none yet, and where noise that it adds would drown; some where it clips, bends or rounds, which
    /// shows in nothing else.
    /// </summary>
    public static IEnumerable<double> InputDeviations(SensorStage stage, object parameters)
    {
        bool hasNoise = stage.Input is SignalDomain.Electrons or SignalDomain.RawDn;
        bool addsNoise = !stage.WithoutNoiseOf(parameters).Equals(parameters) && stage.Output != SignalDomain.RawDn;
        return [.. hasNoise ? [UsualNoise] : Array.Empty<double>(), .. !hasNoise || addsNoise ? [0] : Array.Empty<double>()];
    }

    /// <summary>By how many standard errors the variance of the samples differs from what the stage says; null next to where it clips or bends.</summary>
    public double? Error(double signal)
    {
        double difference = 0, squaredError = 0, largest = 0;
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            if (!IsEven(signal, pixel))
            {
                return null;
            }

            double expected = Variance(signal, pixel);
            (double variance, double error) = Drawn(signal, pixel);
            difference += variance - expected;
            squaredError += error * error;
            largest = Math.Max(largest, Math.Max(expected, variance));
        }

        return Math.Abs(difference) <= 1e-9 * Pixels * largest ? 0 : Math.Abs(difference) / Math.Sqrt(squaredError);
    }

    private bool IsEven(double signal, int pixel)
    {
        double here = Variance(signal, pixel);
        return new[] { 1 - Surroundings, 1 + Surroundings }.Select(factor => Variance(signal * factor, pixel)).All(near => near <= 1.5 * here && here <= 1.5 * near);
    }

    // The standard error is the sample's own: noise need not be normal.
    private (double Variance, double Error) Drawn(double signal, int pixel)
    {
        double[] samples = [.. Enumerable.Range(0, Frames).Select(frame => Sample(signal, pixel, (uint)frame))];
        double mean = samples.Average();
        double[] squares = [.. samples.Select(sample => (sample - mean) * (sample - mean))];
        double variance = squares.Sum() / (Frames - 1), fourth = squares.Average(square => square * square);
        return (variance, Math.Sqrt(Math.Max(0, fourth - (variance * variance)) / Frames));
    }

    private double Sample(double signal, int pixel, uint step)
    {
        PixelSite site = Site(pixel, step);
        double noisy = signal + (inputDeviation * NormalSampler.Draw((site.Random with { Stream = s_input }).Draw(0).X));
        return stage switch
        {
            IPointwiseStage pointwise => pointwise.ReferenceOf(new(noisy, noisy, noisy), site, parameters).G,
            _ => ((ISampleStage)stage).ReferenceOf(noisy, new(site, 1), parameters),
        };
    }

    private double Variance(double signal, int pixel)
    {
        double before = inputDeviation * inputDeviation;
        return stage switch
        {
            IPointwiseStage pointwise => pointwise.VarianceOf(new(signal, signal, signal), new(before, before, before), Site(pixel, 0), parameters).G,
            _ => ((ISampleStage)stage).VarianceOf(signal, before, new(Site(pixel, 0), 1), parameters),
        };
    }

    private PixelSite Site(int pixel, uint step)
    {
        uint stream = RandomKey.StreamOf("conformance.variance");
        return new(
            pixel, pixel, Pixels, Pixels, _frame.Exposure, _range, _coefficients, null,
            new(_frame.FrameKey, (uint)((pixel * Pixels) + pixel), step, stream),
            new(_frame.SensorKey, PixelSite.PatternIndex(pixel, pixel, Pixels, Pixels), RandomStream.FixedPatternStep, stream));
    }
}
