namespace SensorSim.Scenes.Scenarios.Yaml;

/// <summary>Where a value stands: <c>cousins.vary["lights.*.intensity"].uniform[1]</c>.</summary>
internal static class KeyPath
{
    /// <summary>A longer key is cut: whatever stands below it repeats it.</summary>
    private const int LongestKey = 200;

    /// <summary>The path of a key below another path; keys with dots stand in brackets.</summary>
    public static string Of(string path, string key)
    {
        key = key.Length <= LongestKey ? key : $"{key[..LongestKey]}…";
        string part = key.Length == 0 ? "''" : key.Contains('.', StringComparison.Ordinal) ? $"[\"{key}\"]" : key;
        return path.Length == 0 ? part : part[0] == '[' ? path + part : $"{path}.{part}";
    }
}
