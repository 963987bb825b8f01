using System.Globalization;
using System.Text;

namespace SensorSim.Hosting.Characterization;

/// <summary>The photon transfer curve as SVG: variance over mean, and the line that the gain says.</summary>
internal static class TransferPlot
{
    private const double Width = 640;
    private const double Height = 400;
    private const double Margin = 60;

    public static string Of(CharacterizedCamera found)
    {
        double mostMean = found.Curve.Max(point => point.MeanDn) * 1.05, mostVariance = found.Curve.Max(point => point.VarianceDn) * 1.15;
        string X(double mean) => Text(Margin + ((Width - (2 * Margin)) * mean / mostMean));
        string Y(double variance) => Text(Height - Margin - ((Height - (2 * Margin)) * variance / mostVariance));
        double gain = found.Fitted.GainDnPerElectron ?? 0;
        double end = Math.Min(mostMean, found.Dark.MeanDn + ((mostVariance - found.Dark.VarianceDn) / gain));
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" role=\"img\" aria-label=\"photon transfer curve\">");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(0)} {Y(mostVariance)}V{Y(0)}H{X(mostMean)}\" fill=\"none\" stroke=\"black\"/>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{X(found.Dark.MeanDn)} {Y(found.Dark.VarianceDn)}L{X(end)} {Y(found.Dark.VarianceDn + (gain * (end - found.Dark.MeanDn)))}\" stroke=\"#c33\"/>");
        foreach (TransferPoint point in found.Curve)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{X(point.MeanDn)}\" cy=\"{Y(point.VarianceDn)}\" r=\"4\" fill=\"#247\"/>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{Width / 2}\" y=\"{Height - 15}\" text-anchor=\"middle\">mean, 0 to {mostMean:F0} DN</text>");
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"15\" y=\"{Height / 2}\" text-anchor=\"middle\" transform=\"rotate(-90 15 {Height / 2})\">temporal variance, 0 to {mostVariance:F0} DN²</text>");
        return svg.Append("</svg>").ToString();
    }

    private static string Text(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
