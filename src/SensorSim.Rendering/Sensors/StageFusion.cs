using SensorSim.Sensors;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// Turns a chain into as few dispatches as it needs: neighbouring pointwise stages share one, and the exposure window and the
/// packing of the output ride along; each pass of a neighbourhood stage has its own.
/// </summary>
public static class StageFusion
{
    /// <summary>The dispatches of a chain, in order.</summary>
    /// <param name="chain">What to run.</param>
    /// <param name="stagesPerPass">At most so many pointwise stages share a dispatch; the picture does not depend on it.</param>
    public static IReadOnlyList<FusedPass> Plan(SensorChain chain, int stagesPerPass = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentOutOfRangeException.ThrowIfLessThan(stagesPerPass, 1);
        return [.. Spans(chain, stagesPerPass).Select(span => StageShader.Generate(chain, span))];
    }

    internal static IReadOnlyList<StageSpan> Spans(SensorChain chain, int stagesPerPass)
    {
        var spans = new List<StageSpan>();
        List<int> layer = [], image = [];
        bool collapsed = false, collapses = false;
        void Flush()
        {
            if (layer.Count + image.Count > 0 || collapses)
            {
                spans.Add(new([.. layer], collapses, [.. image]) { OverLayers = !collapsed });
            }

            layer.Clear();
            image.Clear();
            collapses = false;
        }

        for (int i = 0; i < chain.Stages.Count; i++)
        {
            if (i == chain.CollapseAt)
            {
                if (layer.Count >= stagesPerPass)
                {
                    Flush();
                }

                (collapsed, collapses) = (true, true);
            }

            if (chain.Stages[i].Stage is INeighbourhoodStage neighbourhood)
            {
                Flush();
                spans.AddRange(Enumerable.Range(0, neighbourhood.Passes).Select(pass =>
                    new StageSpan([i], false, []) { NeighbourhoodPass = pass, OverLayers = !collapsed }));
                continue;
            }

            if (layer.Count + image.Count >= stagesPerPass)
            {
                Flush();
            }

            (collapsed ? image : layer).Add(i);
        }

        spans.Add(new([.. layer], collapses || !collapsed, [.. image]) { IsLast = true });
        return spans;
    }
}
