using SensorSim.Randomness;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Characterization;

/// <summary>Whether a chain is what the linear model of EMVA 1288 describes: numbers, and the variance of their noise, are straight lines over the light up to saturation.</summary>
public static class LinearModel
{
    private const int Levels = 18;
    private const double FirstLevel = 0.05;
    private const double LastLevel = 0.9;

    /// <summary>Largest distance from the straight line, of the whole range.</summary>
    private const double LargestBend = 0.01;

    /// <summary>The same of variance, which formulas give to first order.</summary>
    private const double LargestBendOfVariance = 0.05;

    /// <summary>Names of the stages behind the shutter that bend the line, by their references; a stage without one ends the search.</summary>
    public static IReadOnlyList<string> StagesThatBend(SensorChain chain, Exposure exposure)
    {
        double brightest = chain.SaturationLuxSeconds(exposure.Iso) / exposure.LuxSecondsPerNit;
        double[] signals = [.. Enumerable.Range(0, Levels).Select(i => brightest * (FirstLevel + ((LastLevel - FirstLevel) * i / (Levels - 1))))];
        var bending = new List<string>();
        foreach ((int index, ChainStage stage) in chain.Stages.Index().Skip(chain.CollapseAt).Where(entry => entry.Item.Stage is IPointwiseStage or ISampleStage or IMosaicStage))
        {
            if (!stage.Stage.HasReference)
            {
                break;
            }

            PixelSite site = Site(chain, index, exposure);
            object quiet = stage.Stage.WithoutNoiseOf(stage.Parameters);
            double[] after = [.. signals.Select(signal => Reference(stage.Stage, signal, site, quiet))], before = signals;
            bool isBent = Bend(before, after) > LargestBend
                || (stage.Stage.HasVariance && Bend(before, [.. before.Select(signal => Variance(stage.Stage, signal, site, stage.Parameters))]) > LargestBendOfVariance);
            if (isBent)
            {
                bending.Add(stage.Name);
            }

            signals = after;
        }

        return bending;
    }

    // Distance from the line through both ends, of the range; what hardly changes is straight.
    private static double Bend(double[] across, double[] up)
    {
        double largest = up.Max(), range = Math.Max(largest - up.Min(), 0.01 * Math.Abs(largest)), slope = (up[^1] - up[0]) / (across[^1] - across[0]);
        return range == 0 || across[^1] == across[0] ? 0 : across.Zip(up, (x, y) => Math.Abs(y - up[0] - (slope * (x - across[0])))).Max() / range;
    }

    private static double Reference(SensorStage stage, double signal, in PixelSite site, object parameters) => stage switch
    {
        IPointwiseStage pointwise => pointwise.ReferenceOf(new(signal, signal, signal), site, parameters).G,
        IMosaicStage mosaic => mosaic.ReferenceOf(new(signal, signal, signal), site, parameters),
        _ => ((ISampleStage)stage).ReferenceOf(signal, new(site, 1), parameters),
    };

    private static double Variance(SensorStage stage, double signal, in PixelSite site, object parameters) => stage is IPointwiseStage pointwise
        ? pointwise.VarianceOf(new(signal, signal, signal), default, site, parameters).G
        : ((ISampleStage)stage).VarianceOf(signal, 0, new(site, 1), parameters);

    // A green pixel of the usual mosaics.
    private static PixelSite Site(SensorChain chain, int index, Exposure exposure)
    {
        uint stream = chain.Stages[index].Stream;
        return new(
            1, 0, 2, 2, exposure, chain.RangeBefore(index, exposure.Iso), [.. chain.Stages[index].Stage.CoefficientsOf(chain.Stages[index].Parameters)], chain.Filters,
            new(RandomKey.ForFrames(1288, 0, "linear"), 1, 0, stream), new(RandomKey.ForSensor("linear"), PixelSite.PatternIndex(1, 0, 2, 2), RandomStream.FixedPatternStep, stream));
    }
}
