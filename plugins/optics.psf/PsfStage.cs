using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.OpticsPsf;

/// <summary>The point spread of diffraction and aberrations, a kernel for each colour, in front of the shutter. It is nowhere negative and sums to 1.</summary>
public sealed class PsfStage : NeighbourhoodStage<PsfParameters>
{
    private const int LargestRadius = 24;

    /// <summary>Of the Airy disc, in λN: 93.8 % of the light lie within. The rest stays inside the kernel's disc.</summary>
    private const double ThirdDarkRing = 3.238;

    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "optics_psf.glsl";

    /// <summary>
    /// Radius, then taps of red, green and blue: of the middle, and of each (a, b) with 0 ≤ b ≤ a, 1 ≤ a within the kernel's disc, row by row. Each serves the eight places that
    /// mirroring gives, or the four where some of them are the same.
    /// </summary>
    public override IReadOnlyList<double> Coefficients(PsfParameters parameters)
    {
        Spread[] colors = [.. new[] { parameters.RedNm, parameters.GreenNm, parameters.BlueNm }.Select(nm =>
            new Spread(nm / 1000 * parameters.FNumber / parameters.PixelPitchUm, parameters.SigmaPx))];
        int radius = colors.Max(color => Math.Min(LargestRadius, (int)Math.Ceiling((ThirdDarkRing * color.DiffractionPx) + (3 * color.SigmaPx)) + 1));
        SpreadKernel[] kernels = [.. colors.Select(color => SpreadKernel.Of(color, radius))];
        return [radius, .. kernels.Select(kernel => kernel[0, 0]), .. Orbits(radius).SelectMany(place => kernels.Select(kernel => kernel[place.A, place.B]))];
    }

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, PsfParameters parameters)
    {
        IReadOnlyList<double> taps = site.Coefficients;
        (int x, int y, int i) = (site.X, site.Y, 1);
        Rgb Four(int a, int b) => image.At(x + a, y + b) + image.At(x - b, y + a) + image.At(x - a, y - b) + image.At(x + b, y - a);
        Rgb Tap(Rgb light)
        {
            i += 3;
            return new(taps[i - 3] * light.R, taps[i - 2] * light.G, taps[i - 1] * light.B);
        }

        Rgb sum = Tap(image[x, y]);
        foreach ((int a, int b) in Orbits((int)taps[0]))
        {
            sum += Tap(b > 0 && b < a ? Four(a, b) + Four(b, a) : Four(a, b));
        }

        return sum;
    }

    // Beyond a radius and a pixel there is no light.
    private static IEnumerable<(int A, int B)> Orbits(int radius) =>
        from a in Enumerable.Range(1, radius)
        from b in Enumerable.Range(0, a + 1)
        where (a * a) + (b * b) < (radius + 1) * (radius + 1)
        select (a, b);
}
