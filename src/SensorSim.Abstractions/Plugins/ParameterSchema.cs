using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins;

/// <summary>The parameters of a plugin, read from its record: nothing is written down twice.</summary>
public sealed class ParameterSchema
{
    private readonly Type _recordType;

    private ParameterSchema(Type recordType, IReadOnlyList<ParameterDescription> parameters)
    {
        _recordType = recordType;
        Parameters = parameters;
    }

    /// <summary>In the order of declaration.</summary>
    public IReadOnlyList<ParameterDescription> Parameters { get; }

    /// <summary>Reads the properties of a record that carry <see cref="ParameterAttribute"/>.</summary>
    /// <exception cref="PluginException">A property has a type that a parameter cannot have, a default outside its range, or no attribute.</exception>
    public static ParameterSchema Of(Type recordType)
    {
        ArgumentNullException.ThrowIfNull(recordType);
        object defaults = Activator.CreateInstance(recordType)!;
        ParameterDescription[] parameters =
        [
            .. recordType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .OrderBy(property => property.MetadataToken)
                .Select(property => Describe(property, defaults)),
        ];
        var schema = new ParameterSchema(recordType, parameters);
        ParameterBinding check = schema.Bind(schema.ValuesOf(defaults));
        return check.Errors.Count == 0
            ? schema
            : throw new PluginException($"The defaults of {recordType.Name} are not valid: {check.Errors[0].Message}");
    }

    /// <summary>Binds given values; what is not given keeps its default.</summary>
    public ParameterBinding Bind(IReadOnlyDictionary<string, JsonNode?> values) => ParameterBinder.Bind(this, _recordType, values);

    /// <summary>Every value of a record, defaults included: what provenance keeps.</summary>
    public IReadOnlyDictionary<string, JsonNode?> ValuesOf(object record)
    {
        var values = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (ParameterDescription parameter in Parameters)
        {
            values.Add(parameter.Name, ToJson(parameter.Property.GetValue(record)!));
        }

        return values;
    }

    private static ParameterDescription Describe(PropertyInfo property, object defaults)
    {
        string place = $"{property.DeclaringType!.Name}.{property.Name}";
        ParameterAttribute attribute = property.GetCustomAttribute<ParameterAttribute>()
            ?? throw new PluginException($"{place} has no [Parameter]: say what it means, its unit and its range.");
        string[] choices = property.PropertyType.IsEnum ? [.. Enum.GetNames(property.PropertyType).Select(SnakeCase)] : [];
        return new(
            SnakeCase(property.Name), TypeOf(property.PropertyType, place), attribute.Unit, attribute.Min, attribute.Max,
            ToJson(property.GetValue(defaults)!), choices, attribute.Description, property)
        {
            MaxCount = attribute.MaxCount,
        };
    }

    private static ParameterType TypeOf(Type type, string place) =>
        type == typeof(double) ? ParameterType.Number
        : type == typeof(int) ? ParameterType.Integer
        : type == typeof(bool) ? ParameterType.Flag
        : type.IsEnum ? ParameterType.Choice
        : type == typeof(IReadOnlyList<double>) ? ParameterType.Table
        : throw new PluginException($"{place} is a {type.Name}; a parameter is a double, an int, a bool, an enum or an IReadOnlyList<double>.");

    private static JsonNode ToJson(object value) => value switch
    {
        IReadOnlyList<double> table => new JsonArray([.. table.Select(number => (JsonNode)JsonValue.Create(number))]),
        double number => JsonValue.Create(number),
        int integer => JsonValue.Create(integer),
        bool flag => JsonValue.Create(flag),
        _ => JsonValue.Create(SnakeCase(Convert.ToString(value, CultureInfo.InvariantCulture)!)),
    };

    private static string SnakeCase(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
