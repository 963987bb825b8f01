using System.Globalization;
using SensorSim.Plugins;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>Checks the entries of a sensor list one by one, then how they fit together.</summary>
internal sealed class SensorChainBuilder(IReadOnlyDictionary<string, InstalledPlugin> plugins, SensorOutput output, Func<string, string?> whyUnusable)
{
    private const string DevelopId = "isp.develop";
    private const string DemosaicId = "isp.demosaic";

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

        Stop();
        if (LastDomain() == SignalDomain.RawDn && output == SensorOutput.Display)
        {
            Develop(requests.Count);
        }

        int collapseAt = CheckDomains();
        CheckLayouts();
        CheckRepeats();
        ChainEnding ending = End(requests.Count);
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
            IEnumerable<string> known = plugins.Values.Where(p => p.Manifest.Kind is PluginKind.Sensor or PluginKind.Lens).Select(p => p.Manifest.Id);
            _errors.Add(new(index, "use", whyUnusable(request.Use) ?? $"There is no sensor or lens plugin \"{request.Use}\".{NearestName.Hint(request.Use, known)}"));
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

    // Returns where the rows' exposure windows join the layers.
    private int CheckDomains()
    {
        int collapseAt = _stages.Count;
        SignalDomain domain = SignalDomain.RadianceLayers;
        string giver = "the renderer";
        for (int i = 0; i < _stages.Count; i++)
        {
            SensorStage stage = _stages[i].Stage.Stage;
            if (domain == SignalDomain.RadianceLayers && stage.Input != SignalDomain.RadianceLayers)
            {
                collapseAt = i;
                domain = SignalDomain.Radiance;
            }

            CheckFit(_stages[i].Index, _stages[i].Stage, domain, giver);
            CheckRange(i);
            domain = stage.Output;
            giver = _stages[i].Stage.Name;
        }

        return collapseAt;
    }

    private void CheckFit(int index, ChainStage stage, SignalDomain domain, string giver)
    {
        if (stage.Stage.Input != domain)
        {
            string fix = stage.Stage.Input < domain ? $"Move it in front of {giver}, or remove one of the two." : "A stage between them is missing.";
            _errors.Add(new(index, "use", $"{stage.Name} takes {stage.Stage.Input}, but {giver} in front of it gives {domain}. {fix}"));
        }

        if (stage.Stage.Input == SignalDomain.RadianceLayers && stage.Stage.Output != SignalDomain.RadianceLayers)
        {
            _errors.Add(new(index, "use", $"{stage.Name} takes RadianceLayers and gives {stage.Stage.Output}: the exposure between them is the host's. It should take Radiance."));
        }
    }

    private void CheckLayouts()
    {
        SampleLayout layout = SampleLayout.Rgb;
        string giver = "the renderer";
        foreach ((int index, ChainStage stage) in _stages)
        {
            if (stage.Stage.InputLayout is { } wanted && wanted != layout)
            {
                string fix = wanted == SampleLayout.Mosaic ? "Put a colour filter array in front of it, such as sensor.cfa." : "Put a demosaicing stage in front of it, such as isp.demosaic.";
                _errors.Add(new(index, "use", $"{stage.Name} takes {Words(wanted)}, but {giver} in front of it gives {Words(layout)}. {fix}"));
                return;
            }

            (layout, giver) = (stage.Stage.OutputLayout ?? layout, stage.Name);
        }
    }

    private static string Words(SampleLayout layout) => layout == SampleLayout.Mosaic ? "one sample of each pixel (a mosaic)" : "three samples of each pixel";

    private void CheckRepeats()
    {
        foreach (IGrouping<string, (int Index, ChainStage Stage)> uses in _stages.GroupBy(entry => entry.Stage.Plugin.Manifest.Id, StringComparer.Ordinal))
        {
            if (uses.Count() > 1 && !uses.First().Stage.Stage.MayRepeat)
            {
                _errors.Add(new(uses.ElementAt(1).Index, "use", $"{uses.Key} stands in the chain {uses.Count()} times, and only once makes sense. Remove the others."));
            }
        }
    }

    // Of digital numbers: what the stages in front make of them decides.
    private void CheckRange(int position)
    {
        (int index, ChainStage stage) = _stages[position];
        if (stage.Stage.Input == SignalDomain.RawDn && stage.Stage.Output > SignalDomain.RawDn && double.IsPositiveInfinity(RangeBehind(position).WhiteLevel))
        {
            _errors.Add(new(index, null, $"{stage.Name} divides by the white level, and nothing in front of it says one. Put a stage there that clips, such as sensor.adc."));
        }

        if (stage.Stage.Output != SignalDomain.RawDn)
        {
            return;
        }

        SignalRange range = RangeBehind(position + 1);
        if (!(range.WhiteLevel > range.BlackLevel))
        {
            _errors.Add(new(index, null, string.Create(
                CultureInfo.InvariantCulture,
                $"{stage.Name} gives raw numbers from black {range.BlackLevel} to white {range.WhiteLevel}: white must lie above black.")));
        }
    }

    private ChainEnding End(int index)
    {
        SignalDomain last = LastDomain();
        if (output == SensorOutput.Raw && last != SignalDomain.RawDn)
        {
            _errors.Add(new(index, null, $"Raw output was asked for, but the chain ends in {last}. End it with a stage that gives RawDn, such as camera.noise."));
        }

        switch (last)
        {
            case SignalDomain.RawDn:
                CheckStorable(index);
                return ChainEnding.Store;
            case SignalDomain.DisplayRgb: return ChainEnding.Quantize;
            case SignalDomain.LinearRgb: return ChainEnding.Encode;
            case SignalDomain.RadianceLayers or SignalDomain.Radiance: return ChainEnding.Expose;
            default:
                _errors.Add(new(index, null, $"The chain ends in {last}, which is no picture. Add a stage that gives RawDn."));
                return ChainEnding.Store;
        }
    }

    // Raw pictures have 16 bits a sample.
    private void CheckStorable(int index)
    {
        double white = RangeBehind(_stages.Count).WhiteLevel;
        if (double.IsFinite(white) && white > ushort.MaxValue)
        {
            _errors.Add(new(index, null, string.Create(
                CultureInfo.InvariantCulture,
                $"The chain ends in raw numbers up to {white}, and 16 bits hold {ushort.MaxValue}. End it with a stage that squeezes them, such as sensor.companding.")));
        }
    }

    private SignalRange RangeBehind(int count) => _stages.Take(count).Aggregate(
        SignalRange.Unlimited,
        (before, entry) => entry.Stage.Stage.RangeOf(entry.Stage.Parameters, 100, before));
}
