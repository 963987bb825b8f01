namespace SensorSim.Plugins.OpticsPsf;

/// <summary>The lens for one colour: a circular aperture without aberrations, times a Gaussian.</summary>
/// <param name="DiffractionPx">Wavelength times f-number, pixels; the contrast ends at its inverse.</param>
/// <param name="SigmaPx">Standard deviation of the Gaussian.</param>
internal readonly record struct Spread(double DiffractionPx, double SigmaPx)
{
    /// <summary>Whether the lens passes details finer than two pixels, which a kernel cannot have.</summary>
    public bool IsFinerThanPixels => Mtf(0.5) > 1e-3;

    public Spread Times(double scale) => new(DiffractionPx * scale, SigmaPx * scale);

    /// <summary>Contrast at a frequency in cycles per pixel: (2/π)(arccos v − v √(1 − v²)), v = f λ N, times exp(−2π²σ²f²).</summary>
    public double Mtf(double frequency)
    {
        double v = Math.Min(1, DiffractionPx * frequency), aperture = 2 / Math.PI * (Math.Acos(v) - (v * Math.Sqrt(1 - (v * v))));
        return aperture * Math.Exp(-2 * Math.PI * Math.PI * SigmaPx * SigmaPx * frequency * frequency);
    }

    /// <summary>MTF50 together with the square pixels that the renderer averages over.</summary>
    public double HalfContrast()
    {
        double low = 0, high = 1;
        for (int i = 0; i < 40; i++)
        {
            double middle = (low + high) / 2;
            (low, high) = Mtf(middle) * Math.Sin(Math.PI * middle) / (Math.PI * middle) > 0.5 ? (middle, high) : (low, middle);
        }

        return high;
    }
}
