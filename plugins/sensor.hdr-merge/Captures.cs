namespace SensorSim.Plugins.SensorHdrMerge;

/// <summary>The captures of a pixel, as a converter sees them.</summary>
internal sealed class Captures(HdrMergeParameters parameters)
{
    private double WhiteDn { get; } = (1 << parameters.CaptureBits) - 1;

    public int Count => parameters.Sensitivities.Count;

    /// <summary>Captures in a wrong order, or one charge of two sensitivities; null when all is well.</summary>
    public ParameterError? Problem
    {
        get
        {
            for (int i = 1; i < Count; i++)
            {
                if (SaturationElectrons(i) <= SaturationElectrons(i - 1))
                {
                    return new("sensitivities", $"Capture {i + 1} saturates no later than capture {i}; expected the captures in the order in which they saturate.");
                }

                int first = parameters.Charges.ToList().IndexOf(parameters.Charges[i]);
                if (parameters.Sensitivities[i] != parameters.Sensitivities[first])
                {
                    return new("charges", $"Captures {first + 1} and {i + 1} read one charge and have different sensitivities; expected the same, or charges of their own.");
                }
            }

            return parameters.MergeBlackDn < WhiteDn ? null : new("merge_black_dn", "\"merge_black_dn\" leaves no room below the converter's largest number; expected a smaller one.");
        }
    }

    /// <summary>DN above black at which a capture is full: its well or its converter.</summary>
    public double SaturationDn(int i) => Math.Min(parameters.FullWellsElectrons[i] * parameters.GainsDnPerElectron[i], WhiteDn - parameters.MergeBlackDn);

    /// <summary>The same, in electrons in front of the stage.</summary>
    public double SaturationElectrons(int i) => SaturationDn(i) / (parameters.GainsDnPerElectron[i] * parameters.Sensitivities[i]);

    /// <summary>Seven numbers for each capture, in the order in which the shader reads them: sensitivity, charge, gain, read noise, full well, where it fades out from and to (DN).</summary>
    public double[] Table() =>
    [
        .. Enumerable.Range(0, Count).SelectMany(i => (double[])
        [
            parameters.Sensitivities[i], parameters.Charges[i], parameters.GainsDnPerElectron[i], parameters.ReadNoisesElectrons[i], parameters.FullWellsElectrons[i],
            parameters.MergeBlackDn + (parameters.FadeFrom * SaturationDn(i)), parameters.MergeBlackDn + (parameters.FadeTo * SaturationDn(i)),
        ]),
    ];
}
