using System.Globalization;

namespace SensorSim.Hosting.Characterization;

/// <summary>A measured curve as SVG, and beside it the one that a formula gives.</summary>
internal static class LinePlot
{
    private const double Width = 640;
    private const double Height = 300;
    private const double Margin = 50;

    /// <param name="title">For those who cannot see it.</param>
    /// <param name="across">Words of the horizontal axis.</param>
    /// <param name="up">Words of the vertical axis.</param>
    /// <param name="measured">Points of the curve.</param>
    /// <param name="expected">Points of the other; none where there is no formula.</param>
    public static string Of(string title, string across, string up, (double X, double Y)[] measured, (double X, double Y)[] expected)
    {
        double mostX = measured.Max(point => point.X), mostY = 1.05 * measured.Concat(expected).Max(point => point.Y);
        string Path((double X, double Y)[] points) => string.Join('L', points.Select(point => Place(point.X / mostX, Math.Max(0, point.Y) / mostY)));
        string formula = expected.Length == 0 ? "" : $"<path d=\"M{Path(expected)}\" fill=\"none\" stroke=\"#c33\" stroke-dasharray=\"5 4\"/>";
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg viewBox="0 0 {Width} {Height}" width="{Width}" role="img" aria-label="{title}">
            <path d="M{Place(0, 1)}L{Place(0, 0)}L{Place(1, 0)}" fill="none" stroke="black"/>
            {formula}<path d="M{Path(measured)}" fill="none" stroke="#247" stroke-width="2"/>
            <text x="{Width / 2}" y="{Height - 12}" text-anchor="middle">{across}, 0 to {mostX:G4}</text>
            <text x="15" y="{Height / 2}" text-anchor="middle" transform="rotate(-90 15 {Height / 2})">{up}, 0 to {mostY:G3}</text>
            </svg>
            """);
    }

    // Shares of the axes.
    private static string Place(double x, double y) => string.Create(
        CultureInfo.InvariantCulture, $"{Margin + ((Width - (2 * Margin)) * x):F1} {Height - Margin - ((Height - (2 * Margin)) * y):F1}");
}
