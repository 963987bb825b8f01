using System.CommandLine;
using SensorSim.Cli.Console;
using SensorSim.Datasets;
using SensorSim.Scenes.Files;

namespace SensorSim.Cli.Commands.Options;

/// <summary>Key files on the command line.</summary>
internal static class KeyOption
{
    /// <summary>The key that signs; without it the environment may name one.</summary>
    public static Option<string?> Signing() => new("--key")
    {
        Description = "sign the dataset with this PEM private key on P-256 (default: the key that SENSORSIM_SIGNING_KEY holds or names, if any)",
        HelpName = "FILE",
    };

    /// <summary>The keys that count.</summary>
    public static Option<string[]> Trusted() => new("--key")
    {
        Description = "PEM public key whose signature counts; may be repeated. With it, anything but a signature by one of these fails",
        HelpName = "FILE",
        DefaultValueFactory = _ => [],
    };

    /// <summary>Reads a key that the command line names.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read, or holds no key.</exception>
    public static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return FileKinds.Obstacle(path) is { } obstacle ? throw new UsageException($"--key {path}: {obstacle}") : read(path);
        }
        catch (DatasetException unreadable)
        {
            throw new UsageException($"--key {unreadable.Message}");
        }
    }
}
