using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Plugins.OpticsPsf;

/// <summary>The point spread of diffraction and aberrations, a kernel for each colour, in front of the shutter. It is nowhere negative and sums to 1.</summary>
public sealed class PsfStage : NeighbourhoodStage<PsfParameters>
{
    private const int LargestRadius = 24;

    public override SignalDomain Input => SignalDomain.RadianceLayers;

    public override SignalDomain Output => SignalDomain.RadianceLayers;

    public override string ShaderFile => "optics_psf.glsl";

    /// <summary>
    /// Taps of red, green and blue at (a, b) for 0 ≤ b ≤ a ≤ radius, row by row. Each serves the eight places that mirroring gives; where some of
    /// them are the same place its tap is divided among them.
    /// </summary>
    public override IReadOnlyList<double> Coefficients(PsfParameters parameters)
    {
        Spread[] colors = [.. new[] { parameters.RedNm, parameters.GreenNm, parameters.BlueNm }.Select(nm =>
            new Spread(nm / 1000 * parameters.FNumber / parameters.PixelPitchUm, parameters.SigmaPx))];
        int radius = colors.Max(color => Math.Min(LargestRadius, (int)Math.Ceiling((4 * color.DiffractionPx) + (3 * color.SigmaPx)) + 1));
        SpreadKernel[] kernels = [.. colors.Select(color => SpreadKernel.Of(color, radius))];
        var taps = new List<double>();
        for (int a = 0; a <= radius; a++)
        {
            for (int b = 0; b <= a; b++)
            {
                double places = a == 0 ? 1 : b == 0 || b == a ? 4 : 8;
                taps.AddRange(kernels.Select(kernel => kernel[a, b] * places / 8));
            }
        }

        return taps;
    }

    public override Rgb Reference(SignalImage image, in PixelSite site, int pass, PsfParameters parameters)
    {
        IReadOnlyList<double> taps = site.Coefficients;
        var sum = default(Rgb);
        (int x, int y, int i) = (site.X, site.Y, 0);
        for (int a = 0; i < taps.Count; a++)
        {
            for (int b = 0; b <= a; b++, i += 3)
            {
                Rgb eight = image.At(x + a, y + b) + image.At(x - a, y + b) + image.At(x + a, y - b) + image.At(x - a, y - b)
                    + image.At(x + b, y + a) + image.At(x - b, y + a) + image.At(x + b, y - a) + image.At(x - b, y - a);
                sum += new Rgb(taps[i] * eight.R, taps[i + 1] * eight.G, taps[i + 2] * eight.B);
            }
        }

        return sum;
    }
}
