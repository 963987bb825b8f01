using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins;

/// <summary>The parameters of a plugin, read from its record: nothing is written down twice.</summary>
public sealed class ParameterSchema
{
    private readonly Func<object> _create;

    private ParameterSchema(Func<object> create, IReadOnlyList<ParameterDescription> parameters)
    {
        _create = create;
        Parameters = parameters;
    }

    /// <summary>In the order of declaration.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; }

    /// <summary>Reads the properties of a record that carry <see cref="ParameterAttribute"/>.</summary>
    /// <exception cref="PluginException">A property has a type that a parameter cannot have, a default outside its range, or no attribute.</exception>
    public static ParameterSchema Of(Type recordType)
    {
        ArgumentNullException.ThrowIfNull(recordType);
        object defaults = Create(recordType);
        ParameterDescription[] parameters =
        [
            .. recordType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .OrderBy(property => property.MetadataToken)
                .Select(property => Describe(property, defaults)),
        ];
        return new ParameterSchema(() => Create(recordType), parameters).WithValidDefaults($"The defaults of {recordType.Name}");
    }

    /// <summary>The schema of a plugin without C#: its parameters live in <see cref="ParameterValues"/>.</summary>
    /// <param name="parameters">Made with <see cref="Declared"/>.</param>
    /// <exception cref="PluginException">A default is not valid.</exception>
    public static ParameterSchema Of(IReadOnlyList<ParameterDescription> parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new ParameterSchema(Defaults, parameters).WithValidDefaults("The defaults");

        object Defaults()
        {
            var values = new ParameterValues();
            foreach (ParameterDescription parameter in parameters)
            {
                parameter.Set(values, ToClr(parameter));
            }

            return values;
        }
    }

    /// <summary>A parameter that a manifest declares.</summary>
    public static ParameterDescription Declared(
        string name, ParameterType type, string unit, double min, double max, JsonNode defaultValue, IReadOnlyList<string> choices, string description)
    {
        ArgumentNullException.ThrowIfNull(choices);
        return new(
            name, type, unit, min, max, defaultValue, choices, description,
            values => ToJson(type == ParameterType.Choice ? choices[(int)((ParameterValues)values)[name]] : ((ParameterValues)values)[name]),
            (values, value) => ((ParameterValues)values)[name] = value);
    }

    /// <summary>Binds given values; what is not given keeps its default.</summary>
    public ParameterBinding Bind(IReadOnlyDictionary<string, JsonNode?> values) => ParameterBinder.Bind(this, _create(), values);

    /// <summary>Every value of a record, defaults included: what provenance keeps.</summary>
    public IReadOnlyDictionary<string, JsonNode?> ValuesOf(object record)
    {
        var values = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (ParameterDescription parameter in Parameters)
        {
            values.Add(parameter.Name, parameter.Get(record));
        }

        return values;
    }

    // What the plugin's code throws comes out as it is, with the place in its source.
    private static object Create(Type recordType) => Activator.CreateInstance(recordType, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static object ValueOf(PropertyInfo property, object record) => property.GetValue(record, BindingFlags.DoNotWrapExceptions, null, null, null)!;

    private static ParameterDescription Describe(PropertyInfo property, object defaults)
    {
        string place = $"{property.DeclaringType!.Name}.{property.Name}";
        ParameterAttribute attribute = property.GetCustomAttribute<ParameterAttribute>()
            ?? throw new PluginException($"{place} has no [Parameter]: say what it means, its unit and its range.");
        string[] choices = property.PropertyType.IsEnum ? [.. Enum.GetNames(property.PropertyType).Select(SnakeCase)] : [];
        return new(
            SnakeCase(property.Name), TypeOf(property.PropertyType, place), attribute.Unit, attribute.Min, attribute.Max,
            ToJson(ValueOf(property, defaults)), choices, attribute.Description,
            record => ToJson(ValueOf(property, record)),
            (record, value) => property.SetValue(record, property.PropertyType.IsEnum ? Enum.GetValues(property.PropertyType).GetValue((int)value) : value, BindingFlags.DoNotWrapExceptions, null, null, null))
        {
            MaxCount = attribute.MaxCount,
            IsFile = attribute.IsFile,
        };
    }

    private static object ToClr(ParameterDescription parameter) => parameter.Type switch
    {
        ParameterType.Flag => parameter.Default.GetValue<bool>(),
        ParameterType.Choice => parameter.Choices.ToList().IndexOf(parameter.Default.GetValue<string>()),
        ParameterType.Integer => (int)parameter.Default.GetValue<double>(),
        _ => parameter.Default.GetValue<double>(),
    };

    private ParameterSchema WithValidDefaults(string whose)
    {
        if (Parameters.FirstOrDefault(parameter => parameter.Min > parameter.Max) is { } empty)
        {
            throw new PluginException(FormattableString.Invariant($"The parameter \"{empty.Name}\" is at least {empty.Min} and at most {empty.Max}, and no number is."));
        }

        ParameterBinding check = Bind(ValuesOf(_create()));
        return check.Errors.Count == 0 ? this : throw new PluginException($"{whose} are not valid: {check.Errors[0].Message}");
    }

    private static ParameterType TypeOf(Type type, string place) =>
        type == typeof(double) ? ParameterType.Number
        : type == typeof(int) ? ParameterType.Integer
        : type == typeof(bool) ? ParameterType.Flag
        : type.IsEnum ? ParameterType.Choice
        : type == typeof(IReadOnlyList<double>) ? ParameterType.Table
        : type == typeof(string) ? ParameterType.Text
        : throw new PluginException($"{place} is a {type.Name}; a parameter is a double, an int, a bool, an enum, a string or an IReadOnlyList<double>.");

    private static JsonNode ToJson(object value) => value switch
    {
        IReadOnlyList<double> table => new JsonArray([.. table.Select(number => (JsonNode)JsonValue.Create(number))]),
        double number => JsonValue.Create(number),
        int integer => JsonValue.Create(integer),
        bool flag => JsonValue.Create(flag),
        string choice => JsonValue.Create(choice),
        _ => JsonValue.Create(SnakeCase(Convert.ToString(value, CultureInfo.InvariantCulture)!)),
    };

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
