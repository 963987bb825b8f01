using SensorSim.Style;

namespace SensorSim.Plugins.StyleCosmos.Local;

/// <summary>The video among what a program left: Transfer 2.5 writes NAME.mp4 beside NAME_control_edge.mp4 and NAME_mask_edge.mp4, Transfer1 output.mp4.</summary>
internal static class OutputVideo
{
    /// <exception cref="StyleException">There is none, or it is not clear which.</exception>
    public static string Find(string folder, string name, string version)
    {
        string[] videos = [.. Directory.EnumerateFiles(folder, "*.mp4", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        string expected = version == CosmosParameters.Transfer1 ? "output.mp4" : $"{name}.mp4";
        string[] made = [.. videos.Where(video => Path.GetFileName(video) == expected)];
        if (made.Length == 0)
        {
            made = [.. videos.Where(video => !video.Contains("_control_", StringComparison.Ordinal) && !video.Contains("_mask_", StringComparison.Ordinal))];
        }

        return made.Length == 1 ? made[0] : throw new StyleException(
            $"{name}: the program ended well, but left {(made.Length == 0 ? "no video" : $"{made.Length} videos ({string.Join(", ", made.Select(Path.GetFileName))})")} in {folder}; expected {expected}.");
    }
}
