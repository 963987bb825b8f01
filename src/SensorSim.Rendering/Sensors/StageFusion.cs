using SensorSim.Sensors;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// Turns a chain into as few dispatches as it needs: each pass of a neighbourhood stage begins one, the pointwise stages behind it share it, and the exposure
/// window and the packing of the output ride along.
/// </summary>
public static class StageFusion
{
    /// <summary>The dispatches of a chain, in order.</summary>
    /// <param name="chain">What to run.</param>
    /// <param name="stagesPerPass">At most so many stages share a dispatch; the picture does not depend on it.</param>
    public static IReadOnlyList<FusedPass> Plan(SensorChain chain, int stagesPerPass = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentOutOfRangeException.ThrowIfLessThan(stagesPerPass, 1);
        return [.. Spans(chain, stagesPerPass).Select(span => StageShader.Generate(chain, span))];
    }

    /// <summary>What several chains need on the device, to compile it together.</summary>
    /// <param name="chains">What will run.</param>
    /// <param name="stagesPerPass">See <see cref="Plan"/>.</param>
    public static IEnumerable<ShaderSource> Shaders(IEnumerable<SensorChain> chains, int stagesPerPass = int.MaxValue) =>
        chains.DistinctBy(chain => chain.Structure, StringComparer.Ordinal).SelectMany(chain => Plan(chain, stagesPerPass)).Select(pass => pass.Shader);

    internal static IReadOnlyList<StageSpan> Spans(SensorChain chain, int stagesPerPass)
    {
        var spans = new List<StageSpan>();
        var open = new StageSpan();
        bool collapsed = false;
        void Close()
        {
            if (open.Collapses || open.Stages.Any())
            {
                spans.Add(open with { OverLayers = !collapsed });
                open = new();
            }
        }

        void MakeRoom()
        {
            if (open.Stages.Count() >= stagesPerPass)
            {
                Close();
            }
        }

        for (int i = 0; i < chain.Stages.Count; i++)
        {
            if (i == chain.CollapseAt)
            {
                MakeRoom();
                collapsed = true;
                open = open with { Collapses = true };
            }

            if (chain.Stages[i].Stage is INeighbourhoodStage neighbourhood)
            {
                for (int pass = 0; pass < neighbourhood.Passes; pass++)
                {
                    Close();
                    open = open with { Kernel = new(i, pass) };
                }

                continue;
            }

            MakeRoom();
            open = collapsed ? open with { ImageStages = [.. open.ImageStages, i] } : open with { LayerStages = [.. open.LayerStages, i] };
        }

        spans.Add(open with { Collapses = open.Collapses || !collapsed, IsLast = true });
        return spans;
    }
}
