using System.Globalization;
using System.Text;

namespace SensorSim.Hosting.Characterization;

/// <summary>The axes of a plot as SVG, from 0, with round numbers at their ticks.</summary>
/// <param name="Width">Of the plot, px.</param>
/// <param name="Height">Of the plot, px.</param>
/// <param name="MostX">Number at the right end.</param>
/// <param name="MostY">Number at the top.</param>
internal sealed record PlotAxes(double Width, double Height, double MostX, double MostY)
{
    private const double Left = 75, Right = 20, Top = 15, Bottom = 55;
    private const double TickLength = 5;
    private const int FewestSteps = 4;

    /// <summary>A place of the plot, as paths write it.</summary>
    public string Place(double x, double y) => string.Create(CultureInfo.InvariantCulture, $"{X(x):F1} {Y(y):F1}");

    /// <summary>Pixels from the left.</summary>
    public double X(double x) => Left + ((Width - Left - Right) * x / MostX);

    /// <summary>Pixels from the top.</summary>
    public double Y(double y) => Height - Bottom - ((Height - Top - Bottom) * y / MostY);

    /// <summary>Lines, ticks, their numbers, and what is measured along each.</summary>
    /// <param name="across">Words of the horizontal axis.</param>
    /// <param name="up">Words of the vertical axis.</param>
    public string Draw(string across, string up)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{Place(0, MostY)}L{Place(0, 0)}L{Place(MostX, 0)}\" fill=\"none\" stroke=\"black\"/>");
        foreach (double x in Ticks(MostX))
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{Place(x, 0)}v{TickLength}\" stroke=\"black\"/><text x=\"{X(x):F1}\" y=\"{Y(0) + 18:F1}\" font-size=\"12\" text-anchor=\"middle\">{Number(x)}</text>");
        }

        foreach (double y in Ticks(MostY))
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<path d=\"M{Place(0, y)}h-{TickLength}\" stroke=\"black\"/><text x=\"{X(0) - 8:F1}\" y=\"{Y(y) + 4:F1}\" font-size=\"12\" text-anchor=\"end\">{Number(y)}</text>");
        }

        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{X(MostX / 2):F1}\" y=\"{Height - 12}\" text-anchor=\"middle\">{across}</text>");
        return svg.Append(CultureInfo.InvariantCulture, $"<text x=\"15\" y=\"{Y(MostY / 2):F1}\" text-anchor=\"middle\" transform=\"rotate(-90 15 {Y(MostY / 2):F1})\">{up}</text>").ToString();
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten from 0 on, at least four steps of them.</summary>
    public static IReadOnlyList<double> Ticks(double most)
    {
        double rough = most / FewestSteps, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = power * new[] { 5, 2, 1 }.First(factor => factor * power <= rough * (1 + 1e-9));
        return [.. Enumerable.Range(0, (int)Math.Floor((most / step) + 1e-9) + 1).Select(i => i * step)];
    }

    // What is left of a sum of steps shows in the sixteenth digit.
    private static string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
