using System.Text.Json.Nodes;
using SensorSim.Hosting.Plugins;
using SensorSim.Lights;
using SensorSim.Plugins;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Runs;

/// <summary>One cousin and how its lamps run: what all frames of a sample share.</summary>
/// <param name="Cousin">The scene, ready to render.</param>
/// <param name="Flicker">The radiance layers that its lamps need.</param>
public sealed record Episode(SceneInstance Cousin, FlickerLayers Flicker)
{
    /// <summary>What each lamp adds to each layer, [lamp][layer].</summary>
    public IReadOnlyList<IReadOnlyList<double>> LayerWeights { get; } =
        [.. Enumerable.Range(0, Cousin.Lamps.Count).Select(Flicker.WeightsOf)];

    /// <summary>By lamp; null is steady.</summary>
    public required IReadOnlyList<LampWaveform?> Waveforms { get; init; }

    /// <summary>Finds the lamps' waveforms among the plugins.</summary>
    /// <exception cref="PluginException">A waveform is not installed, or its parameters do not fit.</exception>
    public static Episode Of(SceneInstance cousin, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        LampWaveform?[] waveforms = [.. cousin.Lamps.Select(lamp => Waveform(lamp, catalog))];
        return new(cousin, FlickerLayers.Of(waveforms)) { Waveforms = waveforms };
    }

    /// <summary>The same at another instant.</summary>
    public Episode At(double seconds) => this with { Cousin = Cousin.At(seconds) };

    /// <summary>The same with one more recorded value.</summary>
    public Episode WithDraw(string name, double value) => this with
    {
        Cousin = Cousin with
        {
            Draws = new OrderedDictionary<string, JsonNode?>(Cousin.Draws, StringComparer.Ordinal) { [name] = value },
        },
    };

    private static LampWaveform? Waveform(LampState lamp, PluginCatalog catalog)
    {
        LampWaveform? waveform = Unfailing(lamp, catalog);
        return lamp.FailsAtSeconds is { } seconds ? FailingLamp.Of(waveform, seconds) : waveform;
    }

    private static LampWaveform? Unfailing(LampState lamp, PluginCatalog catalog)
    {
        if (lamp.Waveform is not { Enabled: true } use)
        {
            return null;
        }

        InstalledPlugin plugin = catalog.Require(use.Use);
        ParameterBinding binding = plugin.Schema.Bind(use.Parameters);
        return plugin.Instance is LightWaveform waveform && binding.Parameters is { } parameters
            ? new(waveform, parameters)
            : throw new PluginException($"The lamp {lamp.Name} cannot use {use.Use}: {string.Join(' ', binding.Errors.Select(e => e.Message).DefaultIfEmpty("it is no light waveform."))}");
    }
}
