namespace SensorSim.IntegrationTests.Cli;

/// <summary>A stranger's plugin that the program finds through SENSORSIM_PLUGINS: isp.develop under another name, with another shader.</summary>
internal static class EditedPlugin
{
    /// <summary>Writes the plugin and returns the environment that makes it known.</summary>
    /// <param name="parent">Gets a folder of the plugin's name.</param>
    /// <param name="id">Without hyphens.</param>
    /// <param name="body">GLSL statements that end with a return; <c>signal</c>, <c>site</c> and <c>p</c> are in reach.</param>
    public static Dictionary<string, string?> Write(string parent, string id, string body)
    {
        string original = Path.Combine(AppContext.BaseDirectory, "plugins", "isp.develop"), folder = Directory.CreateDirectory(Path.Combine(parent, id)).FullName;
        foreach (string file in Directory.EnumerateFiles(original)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        string manifest = Path.Combine(folder, "plugin.json"), name = id.Replace('.', '_');
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("\"isp.develop\"", $"\"{id}\"", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(folder, "isp_develop.glsl"), $"vec3 {name}(vec3 signal, PixelSite site, {name}_Parameters p)\n{{\n    {body}\n}}\n");
        return new(StringComparer.Ordinal) { ["SENSORSIM_PLUGINS"] = folder };
    }
}
