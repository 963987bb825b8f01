using System.Globalization;
using System.Text;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>Generates the compute shader of one dispatch: the host owns main(), the bindings and the parameter structs.</summary>
internal static class StageShader
{
    public static FusedPass Generate(SensorChain chain, StageSpan span)
    {
        var text = new StringBuilder();
        text.AppendLine(ShaderFragments.Preamble);
        text.AppendLine(span.IsLast ? PackedOutput.Target : TargetLayout(chain, span) == SampleLayout.Mosaic ? ShaderFragments.MosaicTarget : ShaderFragments.RgbTarget);
        text.AppendLine(FrameAccess.Declarations);
        if (span.IsLast)
        {
            text.AppendLine(ShaderFragments.FiniteCheck);
        }

        if (span.Kernel is { } kernel)
        {
            text.AppendLine(ShaderFragments.SignalAccess);
            text.AppendLine(((INeighbourhoodStage)chain.Stages[kernel.Stage].Stage).ReadsInput ? ShaderFragments.InputAccess : "");
        }

        foreach (var plugin in span.Stages.Select(i => chain.Stages[i].Plugin).DistinctBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal))
        {
            StageDeclarations.Append(text, plugin);
        }

        text.AppendLine("#line 1 \"generated\"");
        AppendParameters(text, chain, span);
        text.AppendLine(Run(chain, span));
        return new(NameOf(chain, span), text.ToString(), span.OverLayers, span.IsLast)
        {
            ContinuesStage = span.Kernel?.Pass > 0,
            SourceLayout = SourceLayout(chain, span),
            InputLayout = span.Kernel is { } taking ? chain.LayoutBefore(taking.Stage) : SampleLayout.Rgb,
        };
    }

    // Between two passes of a stage there are three samples of a pixel, whatever the stage takes and gives.
    private static SampleLayout SourceLayout(SensorChain chain, StageSpan span) =>
        span.Kernel?.Pass > 0 ? SampleLayout.Rgb : chain.LayoutBefore(span.Stages.FirstOrDefault(chain.Stages.Count));

    private static SampleLayout TargetLayout(SensorChain chain, StageSpan span) =>
        !span.Stages.Any() || span.IsUnfinished(chain) ? SampleLayout.Rgb : chain.LayoutBefore(span.Stages.Last() + 1);

    private static string NameOf(SensorChain chain, StageSpan span)
    {
        IEnumerable<string> names = span.Stages.Where(i => !chain.Stages[i].IsVariance).Select(i => span.Kernel is { } kernel && kernel.Stage == i
            ? string.Create(CultureInfo.InvariantCulture, $"{chain.Stages[i].Plugin.Manifest.Id}[{kernel.Pass}]")
            : chain.Stages[i].Plugin.Manifest.Id);
        string name = string.Join('+', span.IsLast ? names.Append(chain.Ending.ToString().ToLowerInvariant()) : names);
        return name.Length > 0 ? name : "collapse";
    }

    // Read once by each invocation, in front of its loop over pixels.
    private static void AppendParameters(StringBuilder text, SensorChain chain, StageSpan span)
    {
        var layout = new FrameLayout(chain);
        foreach (int i in span.Stages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"StageHead head_{i};\n{chain.Stages[i].Plugin.Manifest.ShaderName}_Parameters parameters_{i};");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"void load_frame()\n{{\n    load_site();\n    filters = {chain.FilterBits}u;");
        foreach (int i in span.Stages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"""
                    head_{i} = load_head({layout.Stages[i]}u);
                    parameters_{i} = {chain.Stages[i].Plugin.Manifest.ShaderName}_load({layout.Stages[i] + FrameLayout.StageParameters}u);
                """);
            foreach ((string name, string value) in StageDeclarations.Constants(chain.Stages[i]))
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"    parameters_{i}.{name} = {value};");
            }
        }

        text.AppendLine("}");
    }

    private static string Call(SensorChain chain, int stage, bool isChecked, int pass = 0) => string.Create(CultureInfo.InvariantCulture, $"""
            enter_stage(site, head_{stage});
            {(chain.Stages[stage].IsVariance ? "variance" : "signal")} = {StageCall.Of(chain, stage, pass)};
        {(isChecked ? Check(stage + 1) : "")}

        """);

    private static string Check(int bit) => string.Create(CultureInfo.InvariantCulture, $"    check_finite(signal, {1u << Math.Min(bit, NonFinitePixels.LastBit)}u);");

    private static string Run(SensorChain chain, StageSpan span)
    {
        string Calls(IEnumerable<int> stages) => string.Concat(stages.Select(i => Call(chain, i, span.IsLast)));
        string kernel = span.Kernel is { } k ? $"    first_texel = layer * pixel_count;\n{Call(chain, k.Stage, span.IsLast, k.Pass)}" : "";
        string read = kernel.Length > 0 && !span.IsLast ? "precise vec3 signal;" : "precise vec3 signal = texelFetch(source, int(layer * pixel_count + index)).rgb;";
        return $$"""
            vec3 layer_signal(uint layer, uint index, inout PixelSite site)
            {
                {{read}}
            {{(span.IsLast ? Check(span.Stages.FirstOrDefault(chain.Stages.Count)) : "")}}
            {{kernel}}{{Calls(span.LayerStages)}}    return signal;
            }

            vec3 run(uint layer, uint index)
            {
                PixelSite site = site_at(index);
                precise vec3 variance = vec3(0.0);
                precise vec3 signal = {{(span.Collapses ? "vec3(0.0)" : "layer_signal(layer, index, site)")}};
            {{(span.Collapses ? ShaderFragments.CollapseLoop : "")}}{{Calls(span.ImageStages)}}    return {{(chain.Ending == ChainEnding.Variance && span.IsLast ? "variance" : "signal")}};
            }

            {{(span.IsLast ? PackedOutput.Main(chain) : ShaderFragments.FloatMain)}}
            """;
    }
}
