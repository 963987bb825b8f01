using SensorSim.Plugins;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Plugins;

/// <summary>The GLSL function that a stage has to have.</summary>
internal static class StageSignature
{
    public static string Of(InstalledPlugin plugin)
    {
        string name = plugin.Manifest.ShaderName;
        return plugin.Instance switch
        {
            ISampleStage => $"float {name}(float signal, SampleSite site, {name}_Parameters p)",
            IMosaicStage => $"float {name}(vec3 signal, PixelSite site, {name}_Parameters p)",
            INeighbourhoodStage => $"vec3 {name}(PixelSite site, int pass, {name}_Parameters p)",
            _ => $"vec3 {name}(vec3 signal, PixelSite site, {name}_Parameters p)",
        };
    }
}
