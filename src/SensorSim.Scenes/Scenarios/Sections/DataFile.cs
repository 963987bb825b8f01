using System.Security.Cryptography;
using SensorSim.Scenes.Files;
using SensorSim.Scenes.Scenarios.Yaml;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Files of data that a scenario names: each is read once, and its digest kept.</summary>
internal static class DataFile
{
    /// <param name="name">As seen from the scenario's folder.</param>
    /// <param name="maximumBytes">Of a larger one nothing is read.</param>
    /// <param name="log">Of the scenario.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[] Bytes(string name, long maximumBytes, ReadingLog log)
    {
        if (log.DataBytes.TryGetValue(name, out byte[]? read))
        {
            return read;
        }

        string file = log.Resolve(name);
        if (FileKinds.Obstacle(file) is { } obstacle)
        {
            throw new IOException(obstacle);
        }

        byte[] bytes = new FileInfo(file).Length <= maximumBytes ? File.ReadAllBytes(file) : throw new IOException(FormattableString.Invariant($"the file is larger than {maximumBytes >> 20} MiB"));
        log.DataFiles[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return log.DataBytes[name] = bytes;
    }
}
