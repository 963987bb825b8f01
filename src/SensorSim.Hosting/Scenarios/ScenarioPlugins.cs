using System.Globalization;
using System.Text.RegularExpressions;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Profiles;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Labels;
using SensorSim.Scenes.Scenarios.Reading;
using SensorSim.Scenes.Scenarios.Styles;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Checks the plugins that a scenario names against those that are installed: ids, kinds, parameters, and how a chain's stages fit.</summary>
public static partial class ScenarioPlugins
{
    /// <summary>Behind so many lamps there is no search for the id that was meant.</summary>
    private const int MostNearest = 100;

    /// <summary>The same of cameras, and of the errors of each.</summary>
    private const int MostSearched = 10;

    private const string PhysicsKey = "physics.backend";

    private const string StyleKey = "style";

    /// <summary>Every error at once, each with its position; none when all is well. Works beside errors of the scenario itself.</summary>
    /// <param name="reading">The scenario, with what was wrong with it.</param>
    /// <param name="catalog">What is installed.</param>
    /// <param name="labels">What the command line wants instead of the scenario's; null is those.</param>
    public static IReadOnlyList<ScenarioError> Check(ScenarioReading reading, PluginCatalog catalog, LabelSet? labels = null)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var chains = reading.PluginUses.ToLookup(use => StageKey().Match(use.Key).Groups["camera"].Value, StringComparer.Ordinal);
        IEnumerable<ScenarioError> ofChains = chains.Where(chain => chain.Key.Length > 0)
            .SelectMany((chain, i) => CheckChain([.. chain], catalog, OutputOf(chain.Key, reading.Scenario), ImageOf(chain.Key, reading.Scenario), searched: i < MostSearched ? MostSearched : 0));
        HashSet<int> wrong = WrongCameras(reading.Errors);
        IEnumerable<ScenarioError> ofScales = (reading.Draft?.Cameras ?? []).SelectMany(
            (camera, i) => wrong.Contains(i) ? [] : CheckCamera(camera, i, [.. chains[i.ToString(CultureInfo.InvariantCulture)]], catalog, labels ?? reading.Draft!.Labels));
        IEnumerable<ScenarioError> ofLights = chains[""].Where(light => light.Use.Enabled).SelectMany((light, i) => CheckOne(light, KindOf(light.Key), catalog, searches: i < MostNearest));
        IEnumerable<ScenarioError> ofDraws = reading.Draft is null ? [] : CameraDrawCheck.Of(reading.Draft, wrong, catalog);
        return [.. ScenarioError.Once(ofChains.Concat(ofScales).Concat(ofLights).Concat(ofDraws))];
    }

    private static PluginKind KindOf(string key) => key switch { PhysicsKey => PluginKind.Physics, StyleKey => PluginKind.Style, _ => PluginKind.Light };

    private static IEnumerable<ScenarioError> CheckChain(LocatedPluginUse[] chain, PluginCatalog catalog, SensorOutput output, SensorArray? image, int searched)
    {
        int[] origins = [];
        try
        {
            IReadOnlyList<(StageRequest Request, int Origin)> stages = StageRequests.WithOrigins(chain.Select(stage => stage.Use), catalog, image);
            origins = [.. stages.Select(stage => stage.Origin)];
            Optics optics = Optics.Of([.. stages.Select(stage => stage.Request)], catalog);
            SensorChain.Build(catalog.Plugins, optics.Sensor, output, catalog.WhyUnusable);
            return [];
        }
        catch (SensorChainException wrong)
        {
            int EntryOf(int stage) => Math.Min(origins.Length > 0 ? origins[Math.Min(stage, origins.Length - 1)] : stage, chain.Length - 1);
            return [.. wrong.Errors.Select((error, i) => Located(chain[EntryOf(error.Index)], error.Key, error.Message, catalog, searches: i < searched))];
        }
    }

    private static ScenarioError Located(LocatedPluginUse use, string? key, string message, PluginCatalog catalog, bool searches)
    {
        IReadOnlyList<ParameterDescription> parameters = catalog.Plugins.GetValueOrDefault(use.Use.Use)?.Schema.Parameters ?? [];
        ParameterDescription? parameter = parameters.FirstOrDefault(parameter => parameter.Name == key);
        if (parameter is null && key is not (null or PluginUse.WholeProfile or StageRequests.NameKey or SensorReadout.Key) && parameters.Count > 0 && use.Use.Parameters.ContainsKey(key))
        {
            string[] names = [.. parameters.Select(known => known.Name), .. OwnKeys(catalog.Plugins[use.Use.Use].Manifest.Kind)];
            return use.Error(key, $"{use.Use.Use} has no such parameter", $"one of {string.Join(", ", names)}", searches ? NearestName.Of(key, names) : null);
        }

        return use.Error(key, key == "use" ? message + catalog.PlacesOf(use.Use.Use) : message.TrimEnd('.')) with { Example = parameter is null ? null : $"{key}: {parameter.Default.ToJsonString()}" };
    }

    // What may be written beside parameters.
    private static IReadOnlyList<string> OwnKeys(PluginKind kind) => kind switch
    {
        PluginKind.Style => StyleSettings.Keys,
        PluginKind.Sensor or PluginKind.Lens => [StageRequests.NameKey, PluginUse.WholeProfile, SensorReadout.Key],
        _ => [],
    };

    // A camera that is written wrongly may have its field of view under a mistyped key.
    private static HashSet<int> WrongCameras(IEnumerable<ScenarioError> errors) =>
        [.. errors.Select(error => CameraKey().Match(error.Key)).Where(match => match.Success).Select(match => int.Parse(match.Groups["camera"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture))];

    // Only a lens knows how much it can see, and only a chain whether its noise has a known variance.
    private static IEnumerable<ScenarioError> CheckCamera(CameraSettings camera, int index, LocatedPluginUse[] sensor, PluginCatalog catalog, LabelSet labels)
    {
        string sensorKey = string.Create(CultureInfo.InvariantCulture, $"cameras[{index}].sensor");
        string? problem, unknown;
        try
        {
            Optics optics = Optics.Of(StageRequests.Of(camera.Sensor, catalog, new(camera.Width, camera.Height)), catalog);
            problem = ImageScale.WhyImpossible(camera, optics.Projection);
            SensorOutput output = camera.Output == CameraOutput.Raw ? SensorOutput.Raw : SensorOutput.Display;
            unknown = NoiseLabels.WhyImpossible(SensorChain.Build(catalog.Plugins, optics.Sensor, output, catalog.WhyUnusable), labels);
        }
        catch (SensorChainException wrong)
        {
            // A list with entries is checked with them, each error at its own.
            return sensor.Length > 0 ? [] : [.. wrong.Errors.Select(error => new ScenarioError(camera.Position, sensorKey, $"camera \"{camera.Name}\": {error.Message}"))];
        }

        IEnumerable<ScenarioError> ofLabels = unknown is null ? [] : [new(camera.Position, sensorKey, unknown)];
        return problem is null ? ofLabels : [.. ofLabels, ScaleError(camera, index, sensor, problem)];
    }

    // An orthographic camera has no field of view that could be wrong: the lens in its sensor list is.
    private static ScenarioError ScaleError(CameraSettings camera, int index, LocatedPluginUse[] sensor, string problem) =>
        camera.OrthographicWidthMetres is not null && Array.Find(sensor, stage => stage.Use.Enabled) is { } lens
            ? lens.Error(null, problem)
            : new(camera.Keys.Of("hfov_deg"), string.Create(CultureInfo.InvariantCulture, $"cameras[{index}].hfov_deg"), problem);

    private static IEnumerable<ScenarioError> CheckOne(LocatedPluginUse use, PluginKind kind, PluginCatalog catalog, bool searches)
    {
        if (!catalog.Plugins.TryGetValue(use.Use.Use, out InstalledPlugin? plugin) || plugin.Manifest.Kind != kind)
        {
            if (catalog.WhyUnusable(use.Use.Use) is { } why)
                return [use.Error("use", why)];
            string[] ids = [.. catalog.Plugins.Values.Where(p => p.Manifest.Kind == kind).Select(p => p.Manifest.Id)];
            return [use.Error("use", $"'{use.Use.Use}' is no installed {kind.ToString().ToLowerInvariant()} plugin", $"one of {NearestName.Listing(use.Use.Use, ids)}{(searches ? catalog.PlacesOf(use.Use.Use) : "")}", searches ? NearestName.Of(use.Use.Use, ids) : null)];
        }

        return plugin.Schema.Bind(use.Use.Parameters).Errors.Select((error, i) => Located(use, error.Key, error.Message, catalog, searches && i == 0));
    }

    private static SensorOutput OutputOf(string camera, Scenario? scenario) =>
        CameraOf(camera, scenario)?.Output == CameraOutput.Raw ? SensorOutput.Raw : SensorOutput.Display;

    // Null while the scenario has errors of its own: the size may be one of them.
    private static SensorArray? ImageOf(string camera, Scenario? scenario) => CameraOf(camera, scenario) is { } settings ? new(settings.Width, settings.Height) : null;

    private static CameraSettings? CameraOf(string camera, Scenario? scenario) =>
        scenario?.Cameras.ElementAtOrDefault(int.Parse(camera, NumberStyles.None, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^cameras\[(?<camera>\d+)\]\.sensor\[\d+\]$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex StageKey();

    [GeneratedRegex(@"^cameras\[(?<camera>\d{1,9})\]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CameraKey();
}
