using SensorSim.Scenes.Scenarios.Schema;

namespace SensorSim.Scenes.Scenarios.Sections;

/// <summary>Names that become parts of file names.</summary>
internal static class NameRule
{
    /// <summary>Letters, digits, '-', '_' and '.', the first of them a letter or digit.</summary>
    public static TextSchema Of(string what) => new(
        $"{what} of letters, digits, '-', '_' and '.', at most 64, that begins with a letter or digit", "^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$");
}
