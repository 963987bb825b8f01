using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Cousins.Distributions;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>
/// The structures that a camera's chain takes over all samples. Flags, choices and zeros are part of a compiled shader: every combination of them is one to compile
/// before the run begins, because a dataset names its shaders.
/// </summary>
internal static class StageVariants
{
    /// <summary>A camera whose draws would need more is refused.</summary>
    public const int Maximum = 64;

    /// <summary>A camera for each combination of what decides the shaders; none where nothing does.</summary>
    /// <param name="camera">As the scenario has it.</param>
    /// <param name="draws">Of its stages.</param>
    /// <param name="catalog">The plugins.</param>
    public static IEnumerable<CameraSettings> Of(CameraSettings camera, IEnumerable<(string Stage, string Parameter, BoundDraw Draw)> draws, PluginCatalog catalog)
    {
        IReadOnlyList<StageRequest> requests = StageRequests.Of(camera, catalog);
        IEnumerable<StageChange[]> combinations = [[]];
        foreach ((string stage, string parameter, BoundDraw draw) in draws)
        {
            JsonValue[] values = Deciding(requests, stage, parameter, draw.Distributions, catalog);
            combinations = values.Length == 0 ? combinations : combinations.SelectMany(changes => values.Select(value => (StageChange[])[.. changes, new(stage, parameter, value)]));
        }

        return combinations.Take(Maximum + 1).Select(changes => camera with { StageChanges = changes });
    }

    /// <summary>A value for each shader that a parameter's draws lead to.</summary>
    public static JsonValue[] Deciding(IReadOnlyList<StageRequest> requests, string stage, string parameter, IEnumerable<Distribution> distributions, PluginCatalog catalog)
    {
        if (StageChoice.Find(requests, stage) is not { } place
            || !catalog.Plugins.TryGetValue(requests[place].Use, out InstalledPlugin? plugin)
            || plugin.Manifest.Kind != PluginKind.Sensor
            || plugin.Schema.Parameters.FirstOrDefault(known => known.Name == parameter) is not { } description)
        {
            return [];
        }

        JsonValue[] values = [.. distributions.SelectMany(ValuesOf)];
        return description.Type is ParameterType.Flag or ParameterType.Choice
            ? [.. values.DistinctBy(value => value.ToJsonString(), StringComparer.Ordinal)]
            : [.. values.Where(value => value.GetValueKind() == JsonValueKind.Number).DistinctBy(IsZero)];
    }

    private static IEnumerable<JsonValue> ValuesOf(Distribution distribution) => distribution is ContinuousDistribution { Minimum: <= 0, Maximum: >= 0 }
        ? distribution.Extremes.Append(JsonValue.Create(0.0))
        : distribution.Extremes;

    private static bool IsZero(JsonValue number) => double.Parse(number.ToJsonString(), CultureInfo.InvariantCulture) == 0;
}
