using SensorSim.Cameras;
using SensorSim.Geometry;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance.Lenses;

/// <summary>A lens, and the directions and places that it is asked about.</summary>
internal sealed class LensBench(InstalledPlugin plugin)
{
    private const int Azimuths = 16;
    private const double Degree = Math.PI / 180;

    public Lens Lens { get; } = (Lens)plugin.Instance;

    public ParameterSchema Schema { get; } = plugin.Schema;

    /// <summary>Parameter records that are usual, with how they came to be.</summary>
    public IEnumerable<(Settings Settings, object Parameters)> Usual => Bound(Settings.Usual(Schema));

    /// <summary>Parameter records at the ends of their ranges.</summary>
    public IEnumerable<(Settings Settings, object Parameters)> Ends => Bound(Settings.Ends(Schema));

    /// <summary>Places up to 1.2 focal lengths from the axis, which itself is one.</summary>
    public static IReadOnlyList<ImagePoint> Places { get; } = [.. Enumerable.Range(-12, 25).SelectMany(y => Enumerable.Range(-12, 25).Select(x => new ImagePoint(x / 10.0, y / 10.0)))];

    /// <summary>All around each azimuth, outwards from the axis by a degree at a time.</summary>
    public static IReadOnlyList<IReadOnlyList<Vector3d>> Spokes { get; } =
        [.. Enumerable.Range(0, Azimuths).Select(i => (IReadOnlyList<Vector3d>)[.. Enumerable.Range(1, 84).Select(angle => Direction(Math.Tau * i / Azimuths, angle * Degree))])];

    /// <summary>Where the lens shows the spokes, and what it sees at the places: all that it does.</summary>
    public IReadOnlyList<double?> Fingerprint(object parameters) =>
    [
        .. Spokes.SelectMany(spoke => spoke).Select(direction => Lens.ProjectThrough(parameters, direction)).SelectMany(place => (double?[])[place?.X, place?.Y]),
        .. Places.Select(place => Lens.UnprojectThrough(parameters, place)).SelectMany(direction => (double?[])[direction?.X, direction?.Y, direction?.Z]),
    ];

    /// <summary>Records of parameters; those that the plugin's own rules forbid are left out.</summary>
    private IEnumerable<(Settings Settings, object Parameters)> Bound(IEnumerable<Settings> settings) =>
        settings.Select(values => (values, values.Bind(Schema))).Where(pair => pair.Item2 is not null).Select(pair => (pair.values, pair.Item2!));

    private static Vector3d Direction(double azimuth, double angle) =>
        new(Math.Sin(angle) * Math.Cos(azimuth), Math.Sin(angle) * Math.Sin(azimuth), Math.Cos(angle));
}
