using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SensorSim.Plugins;

/// <summary>Turns the values of a scenario into a parameter record: types, ranges and names checked, all errors at once.</summary>
internal static class ParameterBinder
{
    public static ParameterBinding Bind(ParameterSchema schema, object record, IReadOnlyDictionary<string, JsonNode?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var errors = new List<ParameterError>();
        foreach ((string key, JsonNode? value) in values)
        {
            string? message = Assign(schema, record, key, value);
            if (message is not null)
            {
                errors.Add(new(key, message));
            }
        }

        if (errors.Count == 0 && record is ICheckedParameters rules)
        {
            errors.AddRange(rules.Check());
        }

        return new(errors.Count == 0 ? record : null, errors);
    }

    private static string? Assign(ParameterSchema schema, object record, string key, JsonNode? value)
    {
        ParameterDescription? parameter = schema.Parameters.FirstOrDefault(p => p.Name == key);
        if (parameter is null)
        {
            return $"There is no parameter \"{key}\".{NearestName.Hint(key, schema.Parameters.Select(p => p.Name))}";
        }

        return parameter.Type switch
        {
            ParameterType.Flag => AssignFlag(parameter, record, value),
            ParameterType.Choice => AssignChoice(parameter, record, value),
            ParameterType.Table => AssignTable(parameter, record, value),
            ParameterType.Text => AssignText(parameter, record, value),
            _ => AssignNumber(parameter, record, value),
        };
    }

    private static string? AssignFlag(ParameterDescription parameter, object record, JsonNode? value)
    {
        JsonValueKind kind = value?.GetValueKind() ?? JsonValueKind.Null;
        if (kind is not (JsonValueKind.True or JsonValueKind.False))
        {
            return $"\"{parameter.Name}\" is {Show(value)}; expected true or false.";
        }

        parameter.Set(record, kind == JsonValueKind.True);
        return null;
    }

    private static string? AssignChoice(ParameterDescription parameter, object record, JsonNode? value)
    {
        string? name = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        for (int i = 0; i < parameter.Choices.Count; i++)
        {
            if (parameter.Choices[i] == name)
            {
                parameter.Set(record, i);
                return null;
            }
        }

        return $"\"{parameter.Name}\" is {Show(value)}; expected one of {string.Join(", ", parameter.Choices)}.";
    }

    private static string? AssignText(ParameterDescription parameter, object record, JsonNode? value)
    {
        if (value?.GetValueKind() != JsonValueKind.String)
        {
            return $"\"{parameter.Name}\" is {Show(value)}; expected {(parameter.IsFile ? "the path of a file" : "a text")}.";
        }

        parameter.Set(record, value.GetValue<string>());
        return null;
    }

    private static string? AssignTable(ParameterDescription parameter, object record, JsonNode? value)
    {
        string expected = string.Create(CultureInfo.InvariantCulture, $"a list of at most {parameter.MaxCount} numbers{Limits(parameter.Min, parameter.Max)}{InUnit(parameter)}");
        if (value is not JsonArray list || list.Count > parameter.MaxCount)
        {
            return $"\"{parameter.Name}\" is {(value is JsonArray { Count: var count } ? string.Create(CultureInfo.InvariantCulture, $"a list of {count}") : Show(value))}; expected {expected}.";
        }

        double[] numbers = new double[list.Count];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!TryNumber(list[i], out numbers[i]) || !double.IsFinite(numbers[i]) || numbers[i] < parameter.Min || numbers[i] > parameter.Max)
            {
                return string.Create(CultureInfo.InvariantCulture, $"\"{parameter.Name}\" has {Show(list[i])} in place {i + 1}; expected {expected}.");
            }
        }

        parameter.Set(record, numbers);
        return null;
    }

    private static string? AssignNumber(ParameterDescription parameter, object record, JsonNode? value)
    {
        bool integer = parameter.Type == ParameterType.Integer;
        double min = integer ? Math.Max(parameter.Min, int.MinValue) : parameter.Min;
        double max = integer ? Math.Min(parameter.Max, int.MaxValue) : parameter.Max;
        bool isNumber = TryNumber(value, out double number) && double.IsFinite(number) && (!integer || number == Math.Floor(number));
        if (!isNumber || number < min || number > max)
        {
            return $"\"{parameter.Name}\" is {Show(value)}; expected {(integer ? "a whole number" : "a number")}{Limits(min, max)}{InUnit(parameter)}.";
        }

        parameter.Set(record, integer ? (object)(int)number : number);
        return null;
    }

    // A JsonValue made from a CLR number converts to that type only.
    private static bool TryNumber(JsonNode? node, out double number)
    {
        number = 0;
        if (node is not JsonValue value || value.GetValueKind() != JsonValueKind.Number)
        {
            return false;
        }

        if (value.TryGetValue(out number))
        {
            return true;
        }

        return double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
    }

    private static string InUnit(ParameterDescription parameter) => parameter.Unit.Length > 0 ? $" ({parameter.Unit})" : "";

    private static string Limits(double min, double max) => (double.IsFinite(min), double.IsFinite(max)) switch
    {
        (true, true) => $" from {PlainNumber.Text(min)} to {PlainNumber.Text(max)}",
        (true, false) => $" of at least {PlainNumber.Text(min)}",
        (false, true) => $" up to {PlainNumber.Text(max)}",
        _ => "",
    };

    private static string Show(JsonNode? value) => TryNumber(value, out double number) ? PlainNumber.Text(number) : value?.ToJsonString() ?? "null";
}
