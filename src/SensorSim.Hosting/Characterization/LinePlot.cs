using System.Globalization;

namespace SensorSim.Hosting.Characterization;

/// <summary>A measured curve as SVG, and beside it the one that a formula gives.</summary>
internal static class LinePlot
{
    private const double Width = 640;
    private const double Height = 300;

    /// <param name="title">For those who cannot see it.</param>
    /// <param name="across">Words of the horizontal axis.</param>
    /// <param name="up">Words of the vertical axis.</param>
    /// <param name="measured">Points of the curve.</param>
    /// <param name="expected">Points of the other; none where there is no formula.</param>
    public static string Of(string title, string across, string up, (double X, double Y)[] measured, (double X, double Y)[] expected)
    {
        var axes = new PlotAxes(Width, Height, measured.Max(point => point.X), 1.05 * measured.Concat(expected).Max(point => point.Y));
        string Path((double X, double Y)[] points) => string.Join('L', points.Select(point => axes.Place(point.X, Math.Max(0, point.Y))));
        string formula = expected.Length == 0 ? "" : $"<path d=\"M{Path(expected)}\" fill=\"none\" stroke=\"#c33\" stroke-dasharray=\"5 4\"/>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" role="img" aria-label="{title}">
            {axes.Draw(across, up)}
            {formula}<path d="M{Path(measured)}" fill="none" stroke="#247" stroke-width="2"/>
            </svg>
            """);
    }
}
