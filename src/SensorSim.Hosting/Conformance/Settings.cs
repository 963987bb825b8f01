using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SensorSim.Plugins;

namespace SensorSim.Hosting.Conformance;

/// <summary>Values of some parameters; the others have their defaults.</summary>
internal sealed record Settings(IReadOnlyDictionary<string, JsonNode?> Values)
{
    private const int Most = 3;

    /// <summary>Nothing given.</summary>
    public static Settings Default { get; } = new(new Dictionary<string, JsonNode?>(StringComparer.Ordinal));

    /// <summary>The parameters that are given other values. Which texts make sense (prompts, files, endpoints) only their author knows: they keep their defaults.</summary>
    public static IReadOnlyList<ParameterDescription> Tried(ParameterSchema schema) => [.. schema.Parameters.Where(parameter => parameter.Type != ParameterType.Text)];

    /// <summary>The same with another value of one parameter.</summary>
    public Settings With(string parameter, JsonNode? value) => new(new Dictionary<string, JsonNode?>(Values, StringComparer.Ordinal) { [parameter] = value });

    /// <summary>The record that a plugin gets; null where a rule of its own forbids these values together.</summary>
    public object? Bind(ParameterSchema schema) => schema.Bind(Copies()).Parameters;

    /// <summary>Defaults, then each parameter alone with another value, and all of them together.</summary>
    public static IReadOnlyList<Settings> Usual(ParameterSchema schema) =>
        [Default, .. Tried(schema).SelectMany(p => Others(p).Select(value => Default.With(p.Name, value))), AllOther(schema)];

    /// <summary>Each parameter alone at the ends of its range, then all at the lower and all at the upper ends.</summary>
    public static IReadOnlyList<Settings> Ends(ParameterSchema schema) =>
    [
        .. Tried(schema).SelectMany(p => Range(p).Select(value => Default.With(p.Name, value))),
        Tried(schema).Aggregate(Default, (settings, p) => settings.With(p.Name, Range(p)[0])),
        Tried(schema).Aggregate(Default, (settings, p) => settings.With(p.Name, Range(p)[^1])),
    ];

    /// <summary>
    /// Circumstances in which a parameter may matter: defaults, other values of all others, and both with each choice, switch and end of a range of another one.
    /// </summary>
    public static IEnumerable<Settings> Circumstances(ParameterSchema schema)
    {
        Settings other = AllOther(schema);
        return Tried(schema).SelectMany(p => Range(p).SelectMany(value => (Settings[])[Default.With(p.Name, value), other.With(p.Name, value)])).Prepend(other).Prepend(Default);
    }

    /// <summary>Values that differ from the default: in the middle first, then the ends.</summary>
    public static IReadOnlyList<JsonNode> Candidates(ParameterDescription parameter) =>
        [.. Others(parameter), .. Range(parameter), .. parameter.Type == ParameterType.Table ? Tables(parameter) : Array.Empty<JsonNode>()];

    // A node of JSON has one parent, and lists are made of them.
    private Dictionary<string, JsonNode?> Copies() => Values.ToDictionary(value => value.Key, value => value.Value?.DeepClone(), StringComparer.Ordinal);

    public override string ToString() => Values.Count == 0 ? "defaults" : string.Join(", ", Values.Select(value => $"{value.Key}: {value.Value!.ToJsonString().Trim('"')}"));

    /// <summary>The same for a person: numbers rounded, and no more than three of them.</summary>
    public string Short() => Values.Count == 0 ? "defaults" : $"{string.Join(", ", Values.Take(Most).Select(value => $"{value.Key}: {Text(value.Value!)}"))}{(Values.Count > Most ? $" and {Values.Count - Most} more" : "")}";

    private static Settings AllOther(ParameterSchema schema) => Tried(schema).Aggregate(Default, (settings, p) => settings.With(p.Name, Others(p)[0]));

    private static JsonNode[] Others(ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Choice when parameter.Choices.Count > 1 => [.. parameter.Choices.Where(choice => choice != parameter.Default.GetValue<string>()).Select(choice => JsonValue.Create(choice))],
        ParameterType.Choice => [parameter.Default],
        ParameterType.Flag => [!parameter.Default.GetValue<bool>()],
        ParameterType.Table => [Table(parameter)],
        _ => [Nearby(parameter, parameter.Default)],
    };

    private static JsonNode[] Range(ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Choice => [.. parameter.Choices.Select(choice => JsonValue.Create(choice))],
        ParameterType.Flag => [false, true],
        ParameterType.Table => [parameter.Default, Table(parameter)],
        _ => [Number(parameter, double.IsFinite(parameter.Min) ? parameter.Min : -1e3), Number(parameter, double.IsFinite(parameter.Max) ? parameter.Max : 1e3)],
    };

    // How many numbers make sense is the plugin's to know: as many as there are, or a falling curve where there are none.
    private static JsonArray Table(ParameterDescription parameter) => parameter.Default.AsArray() is { Count: > 0 } numbers
        ? [.. numbers.Select((number, i) => i == 0 ? Nearby(parameter, number!) : number!.DeepClone())]
        : [Math.Clamp(1, parameter.Min, parameter.Max), Math.Clamp(0.5, parameter.Min, parameter.Max)];

    // The plugin refuses those that it cannot use.
    private static JsonArray[] Tables(ParameterDescription parameter) =>
    [
        [.. parameter.Default.AsArray().Skip(1).Concat(parameter.Default.AsArray().Take(1)).Select(number => number!.DeepClone())],
        .. new[] { 1, 2, 3, 4, 9 }.Where(count => count <= parameter.MaxCount)
            .Select(count => new JsonArray([.. Enumerable.Range(0, count).Select(i => (JsonNode)JsonValue.Create(Math.Clamp(1 - (0.1 * i), parameter.Min, parameter.Max)))])),
    ];

    // A quarter more, or halfway to an end of the range.
    private static JsonValue Nearby(ParameterDescription parameter, JsonNode from)
    {
        double value = Value(from), larger = value == 0 ? Math.Min(0.2, parameter.Max / 2) : value + (0.25 * Math.Abs(value));
        double other = larger <= parameter.Max ? larger : parameter.Max > value ? (value + parameter.Max) / 2 : (value + Math.Max(parameter.Min, value - 1)) / 2;
        return parameter.Type == ParameterType.Integer && Math.Round(other) == value
            ? Number(parameter, value + 1 <= parameter.Max ? value + 1 : value - 1)
            : Number(parameter, other);
    }

    private static JsonValue Number(ParameterDescription parameter, double value) =>
        parameter.Type == ParameterType.Integer ? JsonValue.Create((int)Math.Clamp(Math.Round(value), int.MinValue, int.MaxValue)) : JsonValue.Create(value);

    private static double Value(JsonNode node) => Convert.ToDouble(node.ToJsonString(), CultureInfo.InvariantCulture);

    private static string Text(JsonNode value) =>
        value.GetValueKind() == JsonValueKind.Number ? Value(value).ToString("G6", CultureInfo.InvariantCulture) : value.ToJsonString().Trim('"');
}
