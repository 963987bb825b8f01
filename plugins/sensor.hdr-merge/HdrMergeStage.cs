using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.SensorHdrMerge;

/// <summary>
/// Shot noise, wells, readout and converter for each capture, then the merge: from the last capture on, each more sensitive one takes over where it is not near its saturation.
/// The merged number counts in the first capture's DN: K₁ · e- + black, rounded. Beyond 16 bits <c>sensor.companding</c> belongs behind it.
/// </summary>
public sealed class HdrMergeStage : SampleStage<HdrMergeParameters>
{
    private const int Stride = 7;
    private const uint ReadBlock = 8;

    public override SignalDomain Input => SignalDomain.MeanElectrons;

    public override SignalDomain Output => SignalDomain.RawDn;

    public override string ShaderFile => "sensor_hdr_merge.glsl";

    public override IReadOnlyList<double> Coefficients(HdrMergeParameters parameters) => new Captures(parameters).Table();

    public override double Slope(HdrMergeParameters parameters, double iso, SignalRange before) => parameters.GainsDnPerElectron[0];

    public override SignalRange Range(HdrMergeParameters parameters, double iso, SignalRange before)
    {
        var captures = new Captures(parameters);
        return new(parameters.MergeBlackDn, parameters.MergeBlackDn + Math.Floor((captures.SaturationElectrons(captures.Count - 1) * parameters.GainsDnPerElectron[0]) + 0.5));
    }

    public override bool HasVariance => true;

    public override HdrMergeParameters WithoutNoise(HdrMergeParameters parameters) =>
        parameters with { Poisson = false, ReadNoisesElectrons = [.. parameters.ReadNoisesElectrons.Select(_ => 0.0)] };

    /// <summary>Of the captures with their shares as weights, which are those of the mean; captures of one charge have its noise together, and what is clipped has none.</summary>
    public override double Variance(double signal, double variance, in SampleSite site, HdrMergeParameters parameters)
    {
        IReadOnlyList<double> table = site.Pixel.Coefficients;
        double[] weights = Weights(signal, table, parameters);
        double[] ofCharges = new double[table.Count / Stride];
        double electrons = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            int at = Stride * i;
            bool isFull = table[at] * signal >= table[at + 4], isClipped = MeanDn(signal, table, parameters, at) >= WhiteDn(parameters);
            ofCharges[(int)table[at + 1]] += isFull || isClipped ? 0 : weights[i] / Math.Sqrt(table[at]);
            double read = isClipped ? 0 : (table[at + 3] * table[at + 3]) + (1 / (12 * table[at + 2] * table[at + 2]));
            electrons += weights[i] * weights[i] * read / (table[at] * table[at]);
        }

        electrons += parameters.Poisson ? Math.Max(0, signal) * ofCharges.Sum(weight => weight * weight) : 0;
        // The first capture alone, on its own scale, is whole already.
        bool isWhole = table[0] == 1 && weights[0] == 1;
        return (table[2] * table[2] * (variance + electrons)) + (isWhole ? 0 : 1.0 / 12);
    }

    public override double Reference(double signal, in SampleSite site, HdrMergeParameters parameters)
    {
        IReadOnlyList<double> table = site.Pixel.Coefficients;
        double merged = 0;
        for (int i = (table.Count / Stride) - 1; i >= 0; i--)
        {
            int at = Stride * i;
            double dn = Read(signal, site, parameters, i), electrons = (dn - parameters.MergeBlackDn) / (table[at] * table[at + 2]);
            double share = i == (table.Count / Stride) - 1 ? 1 : Math.Clamp((table[at + 6] - dn) / (table[at + 6] - table[at + 5]), 0, 1);
            merged += share * (electrons - merged);
        }

        return Math.Max(0, Math.Floor(parameters.MergeBlackDn + (table[2] * merged) + 0.5));
    }

    // What each capture has in the merged number, at its mean number.
    private static double[] Weights(double signal, IReadOnlyList<double> table, HdrMergeParameters parameters)
    {
        double[] weights = new double[table.Count / Stride];
        double left = 1;
        for (int i = 0; i < weights.Length; i++)
        {
            int at = Stride * i;
            double dn = MeanDn(signal, table, parameters, at);
            double share = i == weights.Length - 1 ? 1 : Math.Clamp((table[at + 6] - dn) / (table[at + 6] - table[at + 5]), 0, 1);
            weights[i] = left * share;
            left *= 1 - share;
        }

        return weights;
    }

    private static double MeanDn(double signal, IReadOnlyList<double> table, HdrMergeParameters parameters, int at) =>
        Math.Min((table[at + 2] * Math.Min(table[at] * signal, table[at + 4])) + parameters.MergeBlackDn, WhiteDn(parameters));

    private static double WhiteDn(HdrMergeParameters parameters) => (1 << parameters.CaptureBits) - 1;

    // The number of one capture.
    private static double Read(double signal, in SampleSite site, HdrMergeParameters parameters, int i)
    {
        IReadOnlyList<double> table = site.Pixel.Coefficients;
        int at = Stride * i;
        double mean = table[at] * signal, charge = parameters.Poisson ? PoissonSampler.Draw(site.Random((uint)table[at + 1]), mean) : mean;
        double read = Math.Min(charge, table[at + 4]) + (table[at + 3] * NormalSampler.Draw(site.Random(ReadBlock + (uint)i)));
        return Math.Clamp(Math.Floor((table[at + 2] * read) + parameters.MergeBlackDn + 0.5), 0, WhiteDn(parameters));
    }
}
