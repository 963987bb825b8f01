using System.Globalization;
using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Tests.Sensors;

/// <summary>
/// A sensor list that nobody thought of: a walk from radiance through stages that fit, with parameters from all over their ranges, and sometimes one thing wrong with it.
/// The same number gives the same list.
/// </summary>
public sealed class RandomChain
{
    private const int LongestWalk = 16;

    private readonly Random _random;
    private readonly List<StageRequest> _stages = [];

    public RandomChain(int number)
    {
        _random = new(number);
        Output = Walk() == SignalDomain.RawDn && _random.Next(2) == 0 ? SensorOutput.Raw : SensorOutput.Display;
        if (_random.Next(5) < 2 && _stages.Count > 0)
        {
            Spoil();
        }
    }

    public IReadOnlyList<StageRequest> Stages => _stages;

    public SensorOutput Output { get; }

    /// <summary>Stage and key that an error must name; null when nothing was done that must be refused.</summary>
    public (int Stage, string Key)? MustName { get; private set; }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Output}: {string.Join(" | ", _stages.Select(stage =>
        $"{stage.Use} {string.Join(' ', stage.Parameters.Select(value => $"{value.Key}={value.Value?.ToJsonString()}"))}"))}");

    private static IEnumerable<InstalledPlugin> Installed => SensorBench.Catalog.Plugins.Values
        .Where(plugin => plugin.Manifest.Kind == PluginKind.Sensor)
        .OrderBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal);

    private static SensorStage StageOf(InstalledPlugin plugin) => (SensorStage)plugin.Instance;

    private SignalDomain Walk()
    {
        SignalDomain domain = SignalDomain.RadianceLayers;
        SampleLayout layout = SampleLayout.Rgb;
        for (int step = 0; step < LongestWalk; step++)
        {
            InstalledPlugin[] next = [.. Installed.Where(plugin => Fits(plugin, domain, layout))];
            bool mayEnd = domain is SignalDomain.RawDn or SignalDomain.LinearRgb or SignalDomain.DisplayRgb;
            if (next.Length == 0 || (mayEnd && _random.Next(3) == 0))
            {
                break;
            }

            InstalledPlugin chosen = next[_random.Next(next.Length)];
            _stages.Add(new(chosen.Manifest.Id, Parameters(chosen)));
            (domain, layout) = (StageOf(chosen).Output, StageOf(chosen).OutputLayout ?? layout);
        }

        return domain;
    }

    private bool Fits(InstalledPlugin plugin, SignalDomain domain, SampleLayout layout)
    {
        SensorStage stage = StageOf(plugin);
        bool isReached = stage.Input == domain || (domain == SignalDomain.RadianceLayers && stage.Input == SignalDomain.Radiance);
        return isReached && (stage.InputLayout is null || stage.InputLayout == layout)
            && (stage.MayRepeat || _stages.TrueForAll(earlier => earlier.Use != plugin.Manifest.Id));
    }

    private Dictionary<string, JsonNode?> Parameters(InstalledPlugin plugin)
    {
        var values = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (ParameterDescription parameter in plugin.Schema.Parameters.Where(_ => _random.Next(3) == 0))
        {
            values[parameter.Name] = Value(parameter);
        }

        return values;
    }

    private JsonNode? Value(ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Flag => _random.Next(2) == 0,
        ParameterType.Choice => parameter.Choices[_random.Next(parameter.Choices.Count)],
        ParameterType.Integer => (int)Math.Round(Number(parameter)),
        ParameterType.Number => Number(parameter),
        _ => new JsonArray([.. Enumerable.Range(0, 1 + _random.Next(4)).Select(_ => (JsonNode?)Number(parameter))]),
    };

    // Ends of the range are as likely as all that is between, which is even in its logarithm where the range spans decades.
    private double Number(ParameterDescription parameter)
    {
        double share = _random.NextDouble();
        return _random.Next(6) switch
        {
            0 => parameter.Min,
            1 => parameter.Max,
            < 4 when parameter.Min > 0 => Math.Clamp(parameter.Min * Math.Pow(parameter.Max / parameter.Min, share), parameter.Min, parameter.Max),
            _ => Math.Clamp(parameter.Min + (share * share * share * (parameter.Max - parameter.Min)), parameter.Min, parameter.Max),
        };
    }

    private void Spoil()
    {
        int at = _random.Next(_stages.Count);
        InstalledPlugin plugin = SensorBench.Catalog.Plugins[_stages[at].Use];
        ParameterDescription? number = plugin.Schema.Parameters.FirstOrDefault(parameter => parameter.Type is ParameterType.Number or ParameterType.Integer);
        switch (_random.Next(7))
        {
            case 0:
                Change(at, "no_such_parameter", 1);
                break;
            case 1 when number is not null:
                Change(at, number.Name, Math.Floor(number.Max) + 1 + Math.Abs(number.Max));
                break;
            case 2 when number is not null:
                Change(at, number.Name, "many");
                break;
            case 3:
                _stages[at] = _stages[at] with { Use = _stages[at].Use + "x" };
                MustName = (at, "use");
                break;
            case 4 when !StageOf(plugin).MayRepeat:
                _stages.Insert(at + 1, _stages[at]);
                MustName = (at + 1, "use");
                break;
            case 5:
                _stages.RemoveAt(at);
                break;
            default:
                _stages.Insert(_random.Next(_stages.Count), _stages[at]);
                break;
        }
    }

    private void Change(int at, string key, JsonNode value)
    {
        _stages[at] = _stages[at] with { Parameters = new Dictionary<string, JsonNode?>(_stages[at].Parameters, StringComparer.Ordinal) { [key] = value } };
        MustName = (at, key);
    }
}
