using System.Globalization;

namespace SensorSim.Hosting.Characterization;

/// <summary>A measured curve as SVG, and beside it the one that a formula gives.</summary>
internal static class LinePlot
{
    private const double LegendLine = 18;

    private static readonly string[] s_colours = ["#247", "#c33", "#2a7", "#b70", "#727", "#088", "#555", "#a46", "#48c", "#680"];

    private const double Width = 640;
    private const double Height = 300;

    /// <summary>Several curves, from 0 on, with their names below.</summary>
    /// <param name="title">For those who cannot see it.</param>
    /// <param name="across">Words of the horizontal axis.</param>
    /// <param name="up">Words of the vertical axis.</param>
    /// <param name="curves">Each with its name.</param>
    public static string Of(string title, string across, string up, IReadOnlyList<(string Name, (double X, double Y)[] Points)> curves)
    {
        (double X, double Y)[] all = [.. curves.SelectMany(curve => curve.Points)];
        var axes = new PlotAxes(Width, Height, all.Select(point => point.X).Append(1e-9).Max(), 1.05 * all.Select(point => point.Y).Append(1e-9).Max());
        IEnumerable<string> lines = curves.Select((curve, i) => string.Create(CultureInfo.InvariantCulture, $"""
            <path d="M{string.Join('L', curve.Points.Select(point => axes.Place(point.X, Math.Max(0, point.Y))))}" fill="none" stroke="{s_colours[i % s_colours.Length]}" stroke-width="1.5"/>
            <path d="M75 {Height + ((i + 1) * LegendLine) - 8}h24" stroke="{s_colours[i % s_colours.Length]}" stroke-width="3"/><text x="107" y="{Height + ((i + 1) * LegendLine) - 4}" font-size="13">{System.Net.WebUtility.HtmlEncode(curve.Name)}</text>
            """));
        double height = Height + (LegendLine * (curves.Count + 1));
        return string.Create(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" role="img" aria-label="{title}">
            {axes.Draw(across, up)}
            {string.Join('\n', lines)}
            </svg>
            """);
    }

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
