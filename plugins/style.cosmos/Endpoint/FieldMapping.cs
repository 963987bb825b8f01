using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Endpoint;

/// <summary>Fills the fields that a server's document declares with what we have. No name is taken for granted but those of <see cref="FieldNames"/>; what the server demands and we do not have is a problem, told by its name.</summary>
internal sealed class FieldMapping
{
    private const int MostFields = 10_000;

    private readonly RequestValues _values;
    private readonly Func<string, string, OpenApiSchema, JsonNode> _video;
    private readonly HashSet<string> _placed = new(StringComparer.Ordinal);
    private readonly List<string> _seen = [];
    private List<string> _problems = [];

    private FieldMapping(RequestValues values, Func<string, string, OpenApiSchema, JsonNode> video) => (_values, _video) = (values, video);

    /// <param name="schema">Of the body.</param>
    /// <param name="values">What we have.</param>
    /// <param name="video">Of a field's place, a file and its schema, what is sent.</param>
    public static MappedRequest Map(OpenApiSchema schema, RequestValues values, Func<string, string, OpenApiSchema, JsonNode> video)
    {
        var mapping = new FieldMapping(values, video);
        JsonObject fields = mapping.Object(schema, "", null);
        string[] lacking = [.. mapping.Lacking()];
        string known = $"its fields are {string.Join(", ", mapping._seen)}";
        return new(fields, [.. mapping._problems, .. lacking.Select(what => $"there is no field for {what}: {known}")], [.. mapping.NotSent()]);
    }

    private JsonObject Object(OpenApiSchema schema, string path, ControlKind? within)
    {
        var result = new JsonObject();
        foreach ((string name, OpenApiSchema property, bool isRequired) in schema.Properties)
        {
            string place = path.Length > 0 ? $"{path}.{name}" : name;
            _seen.Add(place);
            if (_seen.Count > MostFields)
            {
                throw new StyleException($"A request has more than {MostFields} fields by the server's OpenAPI document; nobody could fill them.");
            }

            (ControlKind? named, string rest) = FieldNames.ControlOf(name);
            ControlKind? kind = named ?? within;
            bool isOff = kind is { } one && _values.Of(one) is null, isAnothers = within is not null && kind != within;
            JsonNode? value = isOff || isAnothers ? null : property.Type == "object" ? Nested(property, place, kind, isRequired) : Leaf(property, place, kind, kind is null ? FieldNames.Of(name, path) : FieldNames.OfControl(rest, property));
            if ((value ?? (isRequired ? Required(property, place, isOff) : null)) is { } given)
            {
                result[name] = given;
            }
        }

        return result;
    }

    // An object that nobody demands and that takes nothing of ours is left out, whatever it would demand.
    private JsonObject? Nested(OpenApiSchema schema, string place, ControlKind? kind, bool isRequired)
    {
        (List<string> outer, int before) = (_problems, _placed.Count);
        _problems = [];
        JsonObject inner = Object(schema, place, kind);
        bool isUsed = isRequired || _placed.Count > before;
        outer.AddRange(isUsed ? _problems : []);
        _problems = outer;
        return isUsed ? inner : null;
    }

    private JsonNode? Leaf(OpenApiSchema schema, string place, ControlKind? kind, FieldRole role)
    {
        Control? control = kind is { } one ? _values.Of(one) : null;
        JsonNode? value = role switch
        {
            FieldRole.Unknown => null,
            FieldRole.Video or FieldRole.ControlVideo or FieldRole.ControlMask => schema.Type is "string" or "" && _values.File(role, kind) is { } file ? _video(place, file, schema) : null,
            FieldRole.ControlWeight => FieldValue.OfNumber(schema, control!.Weight, place, isFree: false, _problems),
            FieldRole.ControlPreset => control!.Preset is { } preset ? FieldValue.OfText(schema, preset) : null,
            _ => _values.Number(role) is { } number ? FieldValue.OfNumber(schema, number, place, isFree: _values.Videos is null, _problems) : _values.Text(role) is { } text ? FieldValue.OfText(schema, text) : null,
        };
        if (value is not null)
        {
            _placed.Add(control is null ? role.ToString() : $"{role} {control.Name}");
        }

        return value;
    }

    private JsonNode? Required(OpenApiSchema schema, string place, bool isOff)
    {
        JsonNode? value = schema.Default ?? (schema.Choices.Count == 1 ? schema.Choices[0] : null);
        if (value is null)
        {
            _problems.Add(isOff ? $"{place} is demanded, and this control is off (its weight is 0)"
                : $"{place} is demanded{(schema.Type.Length > 0 ? $" ({schema.Type})" : "")}, and there is nothing to fill it with");
        }

        return value?.DeepClone();
    }

    // Without these the video would not be what was asked for.
    private IEnumerable<string> Lacking()
    {
        if (!_placed.Contains(nameof(FieldRole.Prompt)))
        {
            yield return "the prompt";
        }

        foreach (Control control in _values.Order.Controls)
        {
            if (!_placed.Contains($"{FieldRole.ControlVideo} {control.Name}"))
            {
                yield return $"the control video of {control.Name} (turn it off with control_{control.Name}=0)";
            }
            else if (_values.Order.Parameters.MaskInstances && !_placed.Contains($"{FieldRole.ControlMask} {control.Name}"))
            {
                yield return $"the mask of {control.Name} (turn it off with mask_instances=false)";
            }
        }
    }

    private IEnumerable<string> NotSent() =>
    [
        .. Enum.GetValues<FieldRole>().Where(role => role is > FieldRole.Unknown and < FieldRole.ControlVideo && role is not (FieldRole.Name or FieldRole.Mode or FieldRole.Prompt or FieldRole.Width or FieldRole.Height))
            .Where(role => !_placed.Contains(role.ToString()) && (role == FieldRole.Video || _values.Number(role) is not null || _values.Text(role) is not null))
            .Select(role => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(role.ToString())),
        .. _values.Order.Controls.Where(control => !_placed.Contains($"{FieldRole.ControlWeight} {control.Name}")).Select(control => $"weight of {control.Name}"),
    ];
}
