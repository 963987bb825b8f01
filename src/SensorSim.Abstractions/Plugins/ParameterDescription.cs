using System.Text.Json.Nodes;

namespace SensorSim.Plugins;

/// <summary>One parameter as its record, or a manifest without one, declares it.</summary>
/// <param name="Name">snake_case, as written in scenarios and in GLSL.</param>
/// <param name="Type">Number, integer, flag, choice, table or text.</param>
/// <param name="Unit">As printed; empty for a pure number.</param>
/// <param name="Min">Smallest allowed value.</param>
/// <param name="Max">Largest allowed value.</param>
/// <param name="Default">What holds when the parameter is not given.</param>
/// <param name="Choices">The names a <see cref="ParameterType.Choice"/> may take; empty otherwise.</param>
/// <param name="Description">One sentence.</param>
/// <param name="Get">Reads the value from a record of parameters; a choice as its name.</param>
/// <param name="Set">Writes a value that is checked: a double, an int, a bool, a choice's index, a table's numbers, or a text.</param>
public sealed record ParameterDescription(
    string Name,
    ParameterType Type,
    string Unit,
    double Min,
    double Max,
    JsonNode Default,
    IReadOnlyList<string> Choices,
    string Description,
    Func<object, JsonNode> Get,
    Action<object, object> Set)
{
    /// <summary>Most numbers of a <see cref="ParameterType.Table"/>.</summary>
    public int MaxCount { get; init; }

    /// <inheritdoc cref="ParameterAttribute.IsFile"/>
    public bool IsFile { get; init; }
}
