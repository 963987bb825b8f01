using SensorSim.Datasets;
using SensorSim.Hosting.Runs;
using SensorSim.Lights;
using SensorSim.Scenes.Model;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Records;

/// <summary>What records say of a cousin's lamps.</summary>
internal static class LightRecords
{
    private const double DegreesPerRadian = 180 / Math.PI;

    /// <param name="episode">The cousin at the instant of the labels.</param>
    /// <param name="exposure">The frame's.</param>
    /// <param name="rows">Rows of the image.</param>
    public static IReadOnlyList<LightRecord> Of(Episode episode, Exposure exposure, int rows)
    {
        (double start, double end) = exposure.RowWindow(rows / 2);
        return [.. episode.Cousin.Lamps.Zip(episode.Waveforms, (lamp, waveform) => Of(lamp, episode.Cousin, LevelOf(waveform, start, end)))];
    }

    private static LightRecord Of(LampState lamp, SceneInstance cousin, double level)
    {
        Light light = lamp.Light;
        bool isDirectional = light.Kind == LightKind.Directional;
        return new(
            lamp.Name, lamp.Node, WordOf(light.Kind),
            [light.Color.X, light.Color.Y, light.Color.Z], light.Intensity, isDirectional ? "lx" : "cd", level, cousin.NodeToWorld[lamp.Node].ToRowMajor())
        {
            RangeM = light.Range,
            ConeDeg = light.Kind == LightKind.Spot ? [light.InnerConeAngle * DegreesPerRadian, light.OuterConeAngle * DegreesPerRadian] : null,
            Waveform = lamp.Waveform is { Enabled: true } use ? use.Use : null,
        };
    }

    /// <summary>A kind of light as records write it, and glTF.</summary>
    public static string WordOf(LightKind kind) => kind switch
    {
        LightKind.Directional => "directional",
        LightKind.Spot => "spot",
        _ => "point",
    };

    private static double LevelOf(LampWaveform? waveform, double start, double end) =>
        waveform is null ? 1 : end > start ? waveform.Integral(start, end) / (end - start) : waveform.Value(start);
}
