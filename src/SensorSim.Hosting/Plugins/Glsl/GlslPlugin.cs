using System.Text.Json;
using SensorSim.Plugins;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Plugins.Glsl;

/// <summary>A plugin that is a manifest and a GLSL file, without C#: an adapter makes the stage that the manifest declares. It has no reference.</summary>
internal static class GlslPlugin
{
    /// <exception cref="PluginException">The manifest's stage or parameters are wrong; the message has the JSON path.</exception>
    public static (SensorStage Stage, ParameterSchema Schema) Read(string directory, PluginManifest manifest)
    {
        if (manifest.Kind != PluginKind.Sensor)
        {
            throw new PluginException($"$.kind: \"{manifest.Kind.ToString().ToLowerInvariant()}\" needs C#; without an assembly a plugin is a sensor stage.");
        }

        using JsonDocument document = PluginManifestReader.Parse(Path.Combine(directory, PluginManifestReader.FileName));
        var root = new ManifestObject(document.RootElement, "$");
        return (GlslStageReader.Read(root.Object("stage"), root.String("shader")).ToStage(), GlslParameterReader.Read(root));
    }
}
