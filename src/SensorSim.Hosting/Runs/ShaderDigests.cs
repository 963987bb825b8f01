using System.Globalization;

namespace SensorSim.Hosting.Runs;

/// <summary>Digests of shaders, by name.</summary>
internal static class ShaderDigests
{
    // Two chains may share a pass's name and not its shader: choices are part of it, and what stands in front.
    public static SortedDictionary<string, string> Join(IEnumerable<IReadOnlyDictionary<string, string>> parts)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string shader, string digest) in parts.SelectMany(part => part))
        {
            string name = shader;
            for (int use = 2; all.TryGetValue(name, out string? other) && other != digest; use++)
            {
                name = string.Create(CultureInfo.InvariantCulture, $"{shader}#{use}");
            }

            all[name] = digest;
        }

        return all;
    }
}
