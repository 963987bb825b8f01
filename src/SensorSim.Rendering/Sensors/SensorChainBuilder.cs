using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>Checks the entries of a sensor list one by one, then how they fit together (<see cref="ChainFit"/>), and adds what the host does behind them.</summary>
internal sealed class SensorChainBuilder(IReadOnlyDictionary<string, InstalledPlugin> plugins, SensorOutput output, Func<string, string?> whyUnusable)
{
    private const string DevelopId = "isp.develop";
    private const string DemosaicId = "isp.demosaic";

    /// <summary>A list with more errors has no mistyped ids, and the search for what was meant takes longer than all else.</summary>
    private const int MostHints = 8;

    private readonly List<StageError> _errors = [];
    private readonly List<(int Index, ChainStage Stage)> _stages = [];

    public SensorChain Build(IReadOnlyList<StageRequest> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        for (int i = 0; i < requests.Count; i++)
        {
            if (requests[i].Enabled)
            {
                Add(i, requests[i]);
            }
        }

        var bridge = new StageBridge(plugins);
        var fit = new ChainFit(_stages, _errors, bridge);
        fit.CheckRepeats();
        fit.CheckNames();
        Stop();
        if (LastDomain() == SignalDomain.RawDn && output == SensorOutput.Display)
        {
            Develop(requests.Count);
        }

        // What a stage gives that does not get what it takes says nothing about those behind it, nor about the end.
        int collapseAt = fit.CheckDomains();
        Stop();
        fit.CheckLayouts();
        ChainEnding ending = End(requests.Count, fit, bridge);
        Stop();
        return new([.. _stages.Select(entry => entry.Stage)], collapseAt, ending);
    }

    private void Develop(int index)
    {
        var none = new Dictionary<string, System.Text.Json.Nodes.JsonNode?>(StringComparer.Ordinal);
        if (LastLayout() == SampleLayout.Mosaic)
        {
            Add(index, new(DemosaicId, none));
        }

        Add(index, new(DevelopId, none));
    }

    private void Stop()
    {
        if (_errors.Count > 0)
        {
            throw new SensorChainException(_errors);
        }
    }

    private void Add(int index, StageRequest request)
    {
        if (!plugins.TryGetValue(request.Use, out InstalledPlugin? plugin))
        {
            _errors.Add(new(index, "use", whyUnusable(request.Use) ?? SensorChain.NoPlugin(request.Use, plugins, hints: _errors.Count < MostHints)));
            return;
        }

        if (plugin.Manifest.Kind != PluginKind.Sensor)
        {
            _errors.Add(new(index, "use", $"{request.Use} is a {plugin.Manifest.Kind.ToString().ToLowerInvariant()} plugin, not a sensor stage."));
            return;
        }

        ParameterBinding binding = plugin.Schema.Bind(request.Parameters);
        _errors.AddRange(binding.Errors.Select(error => new StageError(index, error.Key, $"{request.Use}: {error.Message}")));
        if (binding.Parameters is not null)
        {
            _stages.Add((index, new(InstanceName(index, request), plugin, binding.Parameters)));
        }
    }

    private string InstanceName(int index, StageRequest request)
    {
        if (request.Name is null)
        {
            int earlier = _stages.Count(entry => entry.Stage.Plugin.Manifest.Id == request.Use);
            return earlier == 0 ? request.Use : $"{request.Use}#{earlier + 1}";
        }

        if (_stages.Exists(entry => entry.Stage.Name == request.Name))
        {
            _errors.Add(new(index, "name", $"Two stages are named \"{request.Name}\"; a name addresses one stage's random numbers."));
        }

        return request.Name;
    }

    private SampleLayout LastLayout() => _stages.Aggregate(SampleLayout.Rgb, (layout, entry) => entry.Stage.Stage.OutputLayout ?? layout);

    private SignalDomain LastDomain() => _stages.Count == 0 ? SignalDomain.RadianceLayers : _stages[^1].Stage.Stage.Output;

    private ChainEnding End(int index, ChainFit fit, StageBridge bridge)
    {
        SignalDomain last = LastDomain();
        if (output == SensorOutput.Raw && last != SignalDomain.RawDn)
        {
            _errors.Add(new(index, null, $"Raw output was asked for, but the chain ends in {last}. End it with a stage that gives RawDn, such as camera.noise."));
        }

        switch (last)
        {
            case SignalDomain.RawDn:
                fit.CheckStorable(index);
                return ChainEnding.Store;
            case SignalDomain.DisplayRgb: return ChainEnding.Quantize;
            case SignalDomain.LinearRgb: return ChainEnding.Encode;
            case SignalDomain.RadianceLayers or SignalDomain.Radiance: return ChainEnding.Expose;
            default:
                string next = bridge.Between(last, SignalDomain.RawDn) is { } ids ? $"{string.Join(", then ", ids)} behind it" : "a stage that gives RawDn";
                _errors.Add(new(index, null, $"The chain ends in {last}, which is no picture. Add {next}."));
                return ChainEnding.Store;
        }
    }
}
