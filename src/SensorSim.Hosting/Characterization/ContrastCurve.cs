namespace SensorSim.Hosting.Characterization;

/// <summary>Contrast over spatial frequency (MTF), 1 at 0.</summary>
/// <param name="at">Contrast at a frequency, cycles per pixel.</param>
public sealed class ContrastCurve(Func<double, double> at)
{
    /// <summary>MTF50 of nothing but a square pixel: sinc f = 1/2, cycles per pixel.</summary>
    public const double OfPixel = 0.60335;

    private const double Step = 0.002;
    private const double LastFrequency = 0.9;

    /// <summary>Contrast at a frequency, cycles per pixel.</summary>
    public double At(double frequency) => at(frequency);

    /// <summary>MTF50: the least frequency at which half the contrast is left, cycles per pixel; null where more is left up to 0.9.</summary>
    public double? HalfContrast()
    {
        double previous = 1;
        for (double f = Step; f < LastFrequency; f += Step)
        {
            double contrast = at(f);
            if (contrast < 0.5)
            {
                return f - (Step * (0.5 - contrast) / (previous - contrast));
            }

            previous = contrast;
        }

        return null;
    }
}
