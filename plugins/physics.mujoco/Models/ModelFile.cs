using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using SensorSim.Physics;
using SensorSim.Plugins.PhysicsMujoco.Native;

namespace SensorSim.Plugins.PhysicsMujoco.Models;

/// <summary>Lets the library compile a file, and tells what it says of it with file and line.</summary>
internal static unsafe partial class ModelFile
{
    private const int LongestError = 1000;

    /// <exception cref="PhysicsException">The library does not take it.</exception>
    public static CompiledModel Compile(string path)
    {
        byte* error = stackalloc byte[LongestError];
        nint model;
        lock (MujocoLibrary.Compiling)
        {
            error[0] = 0;
            model = Mujoco.LoadXml(path, null, error, LongestError);
        }

        return model != 0 ? new(model) : throw new PhysicsException(Told(path, Marshal.PtrToStringUTF8((nint)error) ?? ""));
    }

    /// <summary>What the library says in several lines, as one with file and line in front.</summary>
    public static string Told(string path, string said)
    {
        string line = LineNumber().Match(said) is { Success: true } match && match.Groups["line"].Value is not "0" and var number ? $":{number}" : "";
        string text = Noise().Replace(said, " ").Trim();
        string name = ObjectName().Match(said) is { Success: true } named && !text.Contains($"'{named.Groups["name"].Value}'", StringComparison.Ordinal) ? $" ('{named.Groups["name"].Value}')" : "";
        return $"{path}{line}: {Spaces().Replace(text, " ").TrimEnd(' ', '.')}{name}.{Hint(text)}";
    }

    private static string Hint(string text) =>
        text.Contains("mjMINVAL", StringComparison.Ordinal) ? " A body on a joint needs a geom with a volume, or an inertial with a mass and moments above 0."
        : text.Contains("A + B >= C", StringComparison.Ordinal) ? " The largest moment of inertia is at most the sum of the others."
        : text.Contains("could not open", StringComparison.Ordinal) || text.Contains("failed to open", StringComparison.Ordinal) ? " Names of files begin at the model's folder, and at meshdir or texturedir of its compiler element."
        : "";

    [GeneratedRegex(@"line\s*(number)?\s*=?\s*(?<line>\d+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LineNumber();

    [GeneratedRegex(@"Object name = (?<name>[^,\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ObjectName();

    [GeneratedRegex(@"(XML )?Error: |Object name = .*|Error=|ErrorID=\S+ \(\S+\)|Line number=\d+:?|,? line:? \d+(, column -?\d+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Noise();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
