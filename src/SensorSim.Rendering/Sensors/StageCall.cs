using System.Globalization;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>The expression that a stage's GLSL function is called with; it gives the <c>vec3</c> signal.</summary>
internal static class StageCall
{
    /// <param name="chain">The chain.</param>
    /// <param name="index">The stage.</param>
    /// <param name="pass">Of a neighbourhood stage.</param>
    public static string Of(SensorChain chain, int index, int pass = 0)
    {
        ChainStage stage = chain.Stages[index];
        string name = stage.Plugin.Manifest.ShaderName;
        string parameters = string.Create(CultureInfo.InvariantCulture, $"parameters_{index}");
        if (stage.IsVariance)
        {
            return OfVariance(stage, name, parameters, chain.LayoutBefore(index));
        }

        string Sample(string signal, string channel) => $"{name}({signal}, SampleSite(site, {channel}), {parameters})";
        return stage.Stage switch
        {
            ISampleStage when chain.LayoutBefore(index) == SampleLayout.Mosaic => $"vec3({Sample("signal.x", "site.filter_color")}, 0.0, 0.0)",
            ISampleStage => $"vec3({Sample("signal.x", "0u")}, {Sample("signal.y", "1u")}, {Sample("signal.z", "2u")})",
            IMosaicStage => $"vec3({name}(signal, site, {parameters}), 0.0, 0.0)",
            INeighbourhoodStage => string.Create(CultureInfo.InvariantCulture, $"{name}(site, {pass}, {parameters})"),
            _ => $"{name}(signal, site, {parameters})",
        };
    }

    private static string OfVariance(ChainStage stage, string name, string parameters, SampleLayout layout)
    {
        string Sample(string component, string channel) => $"{name}_variance(signal.{component}, variance.{component}, SampleSite(site, {channel}), {parameters})";
        return stage.Stage switch
        {
            { HasVariance: false } => "current_stage.slope * current_stage.slope * variance",
            ISampleStage when layout == SampleLayout.Mosaic => $"vec3({Sample("x", "site.filter_color")}, 0.0, 0.0)",
            ISampleStage => $"vec3({Sample("x", "0u")}, {Sample("y", "1u")}, {Sample("z", "2u")})",
            _ => $"{name}_variance(signal, variance, site, {parameters})",
        };
    }
}
