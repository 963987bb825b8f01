using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Profiles;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Scenes.Model;
using SensorSim.Scenes.Scenarios.Cameras;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>
/// From a scenario's sensor list to what a sensor chain is built from. An entry with a <c>profile</c> takes the profile's values for
/// what it does not say itself; an entry that is a profile alone stands for the profile's whole chain. A <c>mode</c> beside it says how the sensor gives an image of another size than its own.
/// </summary>
public static class StageRequests
{
    /// <summary>Of a stage: it is no parameter.</summary>
    internal const string NameKey = "name";

    private const string ProfileKey = "profile";

    /// <summary>Of a camera, with what its sample drew.</summary>
    /// <exception cref="SensorChainException">As below; or a drawn parameter is of a stage that the chain has not.</exception>
    public static IReadOnlyList<StageRequest> Of(CameraSettings camera, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(camera);
        return camera.StageChanges.Aggregate(Of(camera.Sensor, catalog, new(camera.Width, camera.Height)), StageChoice.Changed);
    }

    /// <param name="sensor">As written.</param>
    /// <param name="catalog">Plugins and profiles.</param>
    /// <param name="image">Size of the camera's image; null where the sensor's own stands for it.</param>
    /// <exception cref="SensorChainException">A profile is missing, is wrong, has fewer pixels than the image, or says nothing of the plugin it is given for.</exception>
    public static IReadOnlyList<StageRequest> Of(IEnumerable<PluginUse> sensor, PluginCatalog catalog, SensorArray? image = null) =>
        [.. WithOrigins(sensor, catalog, image).Select(item => item.Request)];

    /// <summary>The same, each with the place of the entry that it comes from.</summary>
    /// <exception cref="SensorChainException">As above; the errors' indices are places of entries.</exception>
    public static IReadOnlyList<(StageRequest Request, int Origin)> WithOrigins(IEnumerable<PluginUse> sensor, PluginCatalog catalog, SensorArray? image = null)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        ArgumentNullException.ThrowIfNull(catalog);
        var errors = new List<StageError>();
        var requests = new List<(StageRequest, int)>();
        foreach ((int i, PluginUse use) in sensor.Index())
        {
            try
            {
                requests.AddRange(Expand(use, catalog, image).Select(request => (request, i)));
            }
            catch (Exception wrong) when (wrong is ProfileException or PluginException)
            {
                errors.Add(new(i, ProfileKey, wrong.Message));
            }
        }

        return errors.Count == 0 ? requests : throw new SensorChainException(errors);
    }

    private static IEnumerable<StageRequest> Expand(PluginUse use, PluginCatalog catalog, SensorArray? image)
    {
        var own = new Dictionary<string, JsonNode?>(use.Parameters, StringComparer.Ordinal);
        own.Remove(NameKey, out JsonNode? name);
        if (!own.Remove(ProfileKey, out JsonNode? named))
        {
            return [new(use.Use, own) { Name = name?.ToString(), Enabled = use.Enabled }];
        }

        SensorProfile profile = catalog.Profiles.Require(named?.ToString() ?? "");
        own.Remove(SensorReadout.Key, out JsonNode? mode);
        var readout = SensorReadout.Of(profile, mode, image);
        return use.Use == PluginUse.WholeProfile
            ? WholeChain(profile, readout, own, name, catalog).Select(stage => stage with { Enabled = use.Enabled })
            : [new(use.Use, Filled(profile, readout, use.Use, own, catalog)) { Name = name?.ToString(), Enabled = use.Enabled }];
    }

    private static Dictionary<string, JsonNode?> Filled(SensorProfile profile, SensorReadout readout, string id, Dictionary<string, JsonNode?> own, PluginCatalog catalog)
    {
        if (!catalog.Plugins.TryGetValue(id, out InstalledPlugin? plugin))
        {
            return own; // reported with the chain
        }

        Dictionary<string, JsonNode?> values = readout.Apply(profile.ParametersOf(plugin));
        if (values.Count == 0)
        {
            throw new ProfileException($"The profile {profile.Id} says nothing of {id}: it has {string.Join(", ", profile.Values.Keys)}. Leave it out here.");
        }

        foreach ((string key, JsonNode? value) in own)
        {
            values[key] = value;
        }

        return values;
    }

    // Keys beside it are the parameters of whichever stages have them.
    private static List<StageRequest> WholeChain(SensorProfile profile, SensorReadout readout, Dictionary<string, JsonNode?> own, JsonNode? name, PluginCatalog catalog)
    {
        if (name is not null)
        {
            throw new ProfileException($"A name addresses one stage, and the profile {profile.Id} is {profile.Chain.Count}. Leave it out.");
        }

        var left = own.Keys.ToHashSet(StringComparer.Ordinal);
        var stages = new List<StageRequest>();
        foreach (InstalledPlugin plugin in profile.Chain.Select(catalog.Require))
        {
            Dictionary<string, JsonNode?> values = readout.Apply(profile.ParametersOf(plugin));
            foreach (string key in plugin.Schema.Parameters.Select(parameter => parameter.Name).Where(own.ContainsKey))
            {
                values[key] = own[key];
                left.Remove(key);
            }

            stages.Add(new(plugin.Manifest.Id, values));
        }

        return left.Count == 0
            ? stages
            : throw new ProfileException($"No stage of the profile {profile.Id} has a parameter {string.Join(", ", left)}. Its stages are {string.Join(", ", profile.Chain)}.");
    }
}
