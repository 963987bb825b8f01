using System.Globalization;
using System.Text;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>Generates the compute shader of one dispatch: the host owns main(), the bindings and the parameter structs.</summary>
internal static class StageShader
{
    /// <summary>Pixels that one invocation packs into three words: four of 24 bits, two of 48, or six of 16.</summary>
    public static int PixelsPerInvocation(SensorChain chain) => chain.Ending != ChainEnding.Store ? 4 : chain.OutputChannels == 1 ? 6 : 2;

    public static FusedPass Generate(SensorChain chain, StageSpan span)
    {
        var layout = new FrameLayout(chain);
        var text = new StringBuilder();
        text.AppendLine(ShaderFragments.Preamble);
        text.AppendLine(span.IsLast ? "layout(std430, set = 0, binding = 1) buffer Target { uint target[]; };"
            : "layout(std430, set = 0, binding = 1) writeonly buffer Target { vec4 target[]; };");
        text.AppendLine(ShaderFragments.FrameAccess);
        if (span.IsLast)
        {
            text.AppendLine(ShaderFragments.FiniteCheck);
        }

        if (span.NeighbourhoodPass is not null)
        {
            text.AppendLine(ShaderFragments.SignalAccess);
        }

        if (span.NeighbourhoodPass is not null && ((INeighbourhoodStage)chain.Stages[span.LayerStages[0]].Stage).ReadsInput)
        {
            text.AppendLine(ShaderFragments.InputAccess);
        }

        foreach (var plugin in span.Stages.Select(i => chain.Stages[i].Plugin).DistinctBy(plugin => plugin.Manifest.Id, StringComparer.Ordinal))
        {
            StageDeclarations.Append(text, plugin);
        }

        text.AppendLine("#line 1 \"generated\"");
        AppendParameters(text, chain, span, layout);
        text.AppendLine(span.NeighbourhoodPass is { } pass ? Neighbourhood(chain, span, pass) : Pointwise(chain, span));
        return new(NameOf(chain, span), text.ToString(), span.OverLayers, span.IsLast) { ContinuesStage = span.NeighbourhoodPass > 0 };
    }

    private static string NameOf(SensorChain chain, StageSpan span)
    {
        string name = string.Join('+', span.Stages.Select(i => chain.Stages[i].Plugin.Manifest.Id));
        return span.NeighbourhoodPass is { } pass ? string.Create(CultureInfo.InvariantCulture, $"{name}[{pass}]")
            : span.IsLast ? $"{name}{(name.Length > 0 ? "+" : "")}{chain.Ending.ToString().ToLowerInvariant()}"
            : name.Length > 0 ? name : "collapse";
    }

    // Read once by each invocation, in front of its loop over pixels.
    private static void AppendParameters(StringBuilder text, SensorChain chain, StageSpan span, FrameLayout layout)
    {
        foreach (int i in span.Stages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"StageHead head_{i};\n{chain.Stages[i].Plugin.Manifest.ShaderName}_Parameters parameters_{i};");
        }

        text.AppendLine("void load_frame()\n{\n    load_site();");
        foreach (int i in span.Stages)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"""
                    head_{i} = load_head({layout.Stages[i]}u);
                    parameters_{i} = {chain.Stages[i].Plugin.Manifest.ShaderName}_load({layout.Stages[i] + FrameLayout.StageParameters}u);
                """);
        }

        text.AppendLine("}");
    }

    private static string Call(SensorChain chain, int stage, bool isChecked, int pass = 0)
    {
        string call = StageCall.Of(chain, stage, pass);
        string check = isChecked ? string.Create(CultureInfo.InvariantCulture, $"    check_finite(signal, {1u << Math.Min(stage + 1, NonFinitePixels.LastBit)}u);\n") : "";
        return string.Create(CultureInfo.InvariantCulture, $"""
                enter_stage(site, head_{stage});
                signal = {call};
            {check}
            """);
    }

    private static string Pointwise(SensorChain chain, StageSpan span)
    {
        string Calls(IEnumerable<int> stages) => string.Concat(stages.Select(i => Call(chain, i, span.IsLast)));
        string source = span.IsLast ? string.Create(CultureInfo.InvariantCulture, $"    check_finite(signal, {1u << Math.Min(span.Stages.FirstOrDefault(chain.Stages.Count), NonFinitePixels.LastBit)}u);\n") : "";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            vec3 layer_signal(uint layer, uint index, inout PixelSite site)
            {
                precise vec3 signal = texelFetch(source, int(layer * pixel_count + index)).rgb;
            {{source}}{{Calls(span.LayerStages)}}    return signal;
            }

            vec3 run(uint layer, uint index)
            {
                PixelSite site = site_at(index);
                precise vec3 signal = {{(span.Collapses ? "vec3(0.0)" : "layer_signal(layer, index, site)")}};
            {{(span.Collapses ? ShaderFragments.CollapseLoop : "")}}{{Calls(span.ImageStages)}}    return signal;
            }

            {{(span.IsLast ? PackedMain(chain) : ShaderFragments.FloatMain)}}
            """);
    }

    private static string Neighbourhood(SensorChain chain, StageSpan span, int pass) => string.Create(CultureInfo.InvariantCulture, $$"""
        vec3 run(uint layer, uint index)
        {
            first_texel = layer * pixel_count;
            PixelSite site = site_at(index);
            vec3 signal;
        {{Call(chain, span.LayerStages[0], isChecked: false, pass)}}    return signal;
        }

        {{ShaderFragments.FloatMain}}
        """);

    private static string PackedMain(SensorChain chain)
    {
        string samples = chain.Ending switch
        {
            ChainEnding.Expose => "srgb_encode(signal * display_scale) * 255.0 + 0.5",
            ChainEnding.Encode => "srgb_encode(signal) * 255.0 + 0.5",
            ChainEnding.Quantize => "clamp(signal, 0.0, 1.0) * 255.0 + 0.5",
            _ => "clamp(signal + 0.5, 0.0, 65535.0)",
        };
        string pack = chain.Ending != ChainEnding.Store ? ShaderFragments.PackDisplay : chain.OutputChannels == 1 ? ShaderFragments.PackMosaic : ShaderFragments.PackRaw;
        int pixels = PixelsPerInvocation(chain);
        return string.Create(CultureInfo.InvariantCulture, $$"""
            void main()
            {
                load_frame();
                uint invocation = invocation_index();
                uint first = invocation * {{pixels}}u;
                if (first >= pixel_count)
                {
                    return;
                }
                uvec3 words = uvec3(0u);
                uint bad_pixels = 0u, bad_signals = 0u;
                for (uint i = 0u; i < {{pixels}}u; i++)
                {
                    not_finite = 0u;
                    vec3 signal = run(0u, min(first + i, pixel_count - 1u));
                    bad_pixels += not_finite != 0u && first + i < pixel_count ? 1u : 0u;
                    bad_signals |= not_finite;
                    uvec3 rgb = uvec3({{samples}});
            {{pack}}
                }
                target[3u * invocation] = words.x;
                target[3u * invocation + 1u] = words.y;
                target[3u * invocation + 2u] = words.z;
                if (bad_pixels > 0u)
                {
                    uint last_words = 3u * ((pixel_count + {{pixels - 1}}u) / {{pixels}}u);
                    atomicAdd(target[last_words], bad_pixels);
                    atomicOr(target[last_words + 1u], bad_signals);
                }
            }
            """);
    }
}
