using System.Globalization;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Plugins;

/// <summary>Says in the author's terms what is wrong with the GLSL of a chain's stages.</summary>
internal static class PluginShaders
{
    /// <summary>Compiles what a chain runs.</summary>
    /// <param name="chain">Its plugins may be wrong.</param>
    /// <param name="compile">Compiles it.</param>
    /// <exception cref="PluginException">A stage's GLSL is wrong; names the plugin, its source file and line.</exception>
    public static T Compile<T>(SensorChain chain, Func<T> compile)
    {
        try
        {
            return compile();
        }
        catch (ShaderCompilationException wrong)
        {
            throw new PluginException(Describe(wrong, [.. chain.Stages.Select(stage => stage.Plugin)]), wrong);
        }
    }

    // What stands in a plugin's file is its author's; what only the generated code around it says is the whole chain's.
    private static string Describe(ShaderCompilationException wrong, InstalledPlugin[] plugins)
    {
        InstalledPlugin[] guilty = [.. plugins.Where(plugin => wrong.Errors.Any(error => IsIn(error, plugin) || LacksFunction(error, plugin))).DistinctBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal)];
        string[] names = [.. (guilty.Length > 0 ? guilty : plugins).Select(plugin => plugin.Manifest.Id).Distinct(StringComparer.Ordinal)];
        string which = names.Length == 1 ? $"the plugin {names[0]}" : $"the plugins {string.Join(", ", names)}";
        return string.Join('\n', wrong.Errors.Select(error => Locate(error, plugins)).Prepend($"the shader of {which} does not compile:"));
    }

    private static string Locate(ShaderError error, InstalledPlugin[] plugins)
    {
        if (Array.Find(plugins, plugin => IsIn(error, plugin)) is { } author)
        {
            return (error with { File = Path.Combine(PluginSource.Of(author.Directory), error.File[(author.Manifest.Id.Length + 1)..]) }).ToString();
        }

        return Array.Find(plugins, plugin => LacksFunction(error, plugin)) is { } lacking
            ? $"{Path.Combine(PluginSource.Of(lacking.Directory), ((SensorStage)lacking.Instance).ShaderFile)}: there is no function {StageSignature.Of(lacking)}"
            : error.ToString();
    }

    // The generated code calls what the author has not written, or has written with other parameters.
    private static bool LacksFunction(ShaderError error, InstalledPlugin plugin) =>
        error.Message.StartsWith($"'{plugin.Manifest.ShaderName}' : ", StringComparison.Ordinal) && !IsIn(error, plugin);

    private static bool IsIn(ShaderError error, InstalledPlugin plugin) =>
        error.File.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{plugin.Manifest.Id}/"), StringComparison.Ordinal);
}
