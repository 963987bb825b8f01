using System.Text.Json;

namespace SensorSim.Hosting.Plugins;

/// <summary>Texts of a JSON file that no characters stand for: the parser takes them, and whoever asks for them gets an exception of its own.</summary>
internal static class JsonTexts
{
    public const string Problem = "a text in it holds half a character (a lone surrogate or broken UTF-8). Save the file as UTF-8.";

    /// <summary>Whether the JSON reader itself threw this, and not a plugin's code.</summary>
    public static bool AreBroken(Exception error) => error is InvalidOperationException && error.TargetSite?.DeclaringType?.Assembly == typeof(JsonDocument).Assembly;
}
