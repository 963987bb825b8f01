namespace SensorSim.Plugins;

/// <summary>The parameters of a plugin that has no record of its own, because it has no C#: values by name. The schema fills it and reads it.</summary>
public sealed class ParameterValues
{
    private readonly Dictionary<string, object> _values = new(StringComparer.Ordinal);

    internal object this[string name]
    {
        get => _values[name];
        set => _values[name] = value;
    }
}
