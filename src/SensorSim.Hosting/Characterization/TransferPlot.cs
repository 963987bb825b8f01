using System.Globalization;
using System.Text;

namespace SensorSim.Hosting.Characterization;

/// <summary>The photon transfer curve as SVG: variance over mean, and the line that the gain says.</summary>
internal static class TransferPlot
{
    private const double Width = 640;
    private const double Height = 400;

    public static string Of(CharacterizedCamera found)
    {
        var axes = new PlotAxes(Width, Height, found.Curve.Max(point => point.MeanDn) * 1.05, found.Curve.Max(point => point.VarianceDn) * 1.15);
        double gain = found.Fitted.GainDnPerElectron ?? 0;
        double end = Math.Min(axes.MostX, found.Dark.MeanDn + ((axes.MostY - found.Dark.VarianceDn) / gain));
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" width=\"{Width}\" role=\"img\" aria-label=\"photon transfer curve\">");
        svg.AppendLine(axes.Draw("mean, DN", "temporal variance, DN²"));
        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{axes.Place(found.Dark.MeanDn, found.Dark.VarianceDn)}L{axes.Place(end, found.Dark.VarianceDn + (gain * (end - found.Dark.MeanDn)))}\" stroke=\"#c33\"/>");
        foreach (TransferPoint point in found.Curve)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{axes.X(point.MeanDn):F1}\" cy=\"{axes.Y(point.VarianceDn):F1}\" r=\"4\" fill=\"#247\"/>");
        }

        return svg.Append("</svg>").ToString();
    }
}
