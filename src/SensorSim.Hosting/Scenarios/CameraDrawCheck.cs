using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Scenarios;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Scenes.Scenarios.Variation;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>Checks what a scenario draws of one camera that only its lens and its stages know.</summary>
internal sealed class CameraDrawCheck
{
    /// <summary>Each key is checked with each camera: more would take longer than a person waits.</summary>
    private const long MaximumPairs = 20_000;

    private readonly CameraSettings _camera;
    private readonly PluginCatalog _catalog;
    private readonly IReadOnlyList<StageRequest> _requests;
    private readonly CameraDraw[] _draws;

    private CameraDrawCheck(CameraSettings camera, CameraDraw[] draws, PluginCatalog catalog, IReadOnlyList<StageRequest> requests) =>
        (_camera, _draws, _catalog, _requests) = (camera, draws, catalog, requests);

    /// <summary>Every error of a scenario, each at its key or its values.</summary>
    /// <param name="scenario">As far as it could be read.</param>
    /// <param name="wrong">Places of cameras that are wrong themselves: nothing is known of them.</param>
    /// <param name="catalog">The installed plugins.</param>
    public static IEnumerable<ScenarioError> Of(Scenario scenario, IReadOnlySet<int> wrong, PluginCatalog catalog)
    {
        VaryRule[] vary = [.. scenario.Cousins.Vary.Where(CameraDraw.IsOfCameras)];
        return (long)vary.Length * scenario.Cameras.Count > MaximumPairs
            ? [new(vary[0].KeyPosition, "cousins.vary", FormattableString.Invariant($"there are {scenario.Cameras.Count} cameras and {vary.Length} keys of cameras"), FormattableString.Invariant($"a product of at most {MaximumPairs}"))]
            : scenario.Cameras.Where((_, i) => !wrong.Contains(i)).SelectMany(camera => Of(camera, vary, catalog));
    }

    private static IEnumerable<ScenarioError> Of(CameraSettings camera, VaryRule[] vary, PluginCatalog catalog)
    {
        CameraDraw[] draws = [.. CameraDraw.Of(camera, vary)];
        try
        {
            var check = new CameraDrawCheck(camera, draws, catalog, draws.Length == 0 ? [] : StageRequests.Of(camera, catalog));
            return [.. check.CheckStages(), .. check.CheckCount(), .. check.CheckScale()];
        }
        catch (SensorChainException)
        {
            return []; // reported with the chain
        }
    }

    private IEnumerable<ScenarioError> CheckStages() => _draws.Where(draw => draw.Stage is not null).SelectMany(draw =>
        StageChoice.Find(_requests, draw.Stage!) is { } place ? CheckParameter(draw, _requests[place]) : [NoStage(draw)]);

    private ScenarioError NoStage(CameraDraw draw)
    {
        string[] names = [.. StageChoice.NamesOf(_requests).OfType<string>()];
        string expected = names.Length == 0 ? $"nothing: the camera '{_camera.Name}' has no sensor list" : $"sensor.STAGE.PARAMETER with one of {string.Join(", ", names)}";
        return new(draw.Rule.KeyPosition, draw.Path, $"camera '{_camera.Name}': {StageChoice.WhyNone(_requests, draw.Stage!)}", expected, NearestName.Of(draw.Stage!, names));
    }

    private IEnumerable<ScenarioError> CheckParameter(CameraDraw draw, StageRequest request)
    {
        if (!_catalog.Plugins.TryGetValue(request.Use, out InstalledPlugin? plugin))
        {
            return []; // reported with the chain
        }

        // What parameters say of each other counts only where no other of the stage is drawn: then only samples know.
        bool isAlone = _draws.Count(other => other.Stage == draw.Stage) == 1;
        return ParameterDraws.Check(draw.Rule, draw.Path, draw.Parameter!, plugin, request.Parameters, isAlone, $"camera '{_camera.Name}', ");
    }

    private IEnumerable<ScenarioError> CheckCount()
    {
        long count = 1;
        foreach (CameraDraw draw in _draws.Where(draw => draw.Stage is not null))
        {
            int values = StageVariants.Deciding(_requests, draw.Stage!, draw.Parameter!, draw.Rule.Distributions, _catalog).Length;
            count = Math.Min(count * Math.Max(values, 1), int.MaxValue);
            if (count > StageVariants.Maximum)
            {
                return [new(draw.Rule.KeyPosition, draw.Path, FormattableString.Invariant($"with this draw the camera '{_camera.Name}' has {count} different shaders: one for each combination of flags, choices and zeros"), FormattableString.Invariant($"draws that combine to at most {StageVariants.Maximum}"))];
            }
        }

        return [];
    }

    // A lens knows how far it sees: at both ends of a drawn field of view, and at those of its own coefficients.
    private IEnumerable<ScenarioError> CheckScale()
    {
        foreach (CameraDraw draw in _draws)
        {
            foreach (JsonValue value in draw.Rule.Distributions.SelectMany(distribution => distribution.Extremes))
            {
                CameraSettings drawn = CameraVariation.Of(_camera, new Dictionary<string, JsonNode?>(StringComparer.Ordinal) { [draw.Name] = value.DeepClone() });
                if (WhyBlind(drawn) is { } problem)
                {
                    yield return new(draw.Rule.ValuePosition, draw.Path, $"camera '{_camera.Name}' with {value.ToJsonString()}: {problem}");
                    break;
                }
            }
        }
    }

    private string? WhyBlind(CameraSettings drawn)
    {
        try
        {
            return ImageScale.WhyImpossible(_camera, Optics.Of(StageRequests.Of(_camera, _catalog), _catalog).Projection) is null
                ? ImageScale.WhyImpossible(drawn, Optics.Of(StageRequests.Of(drawn, _catalog), _catalog).Projection)
                : null;
        }
        catch (SensorChainException)
        {
            return null; // reported with the parameter
        }
    }
}
