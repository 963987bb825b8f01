using SensorSim.Hosting.Plugins;
using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>No picture is too dark, too plain or too small.</summary>
internal sealed class StyleFiniteCheck : StyleCheck
{
    public override string Id => "finite";

    public override string Promise => "numbers for black, white, grey, noise and single pixels, with each parameter and all of them at the ends of their ranges, and by a target of one black pixel";

    protected override Finding Look(StyleBench bench)
    {
        int bad = 0;
        foreach ((string with, object parameters, IReadOnlyList<StyleTarget> targets) in Tries(bench))
        {
            try
            {
                bad += bench.Restyle(parameters, bench.Clips.Odd(bench.Inputs), targets).Sum(Bad);
            }
            catch (Exception failure) when (PluginFault.In(failure) is { } fault)
            {
                return Finding.Broken($"with {with}: {fault.Describe()}");
            }
        }

        return Finding.AtMost(bad, 0, "numbers that are none");
    }

    private static IEnumerable<(string With, object Parameters, IReadOnlyList<StyleTarget> Targets)> Tries(StyleBench bench)
    {
        IEnumerable<(string With, object Parameters, IReadOnlyList<StyleTarget> Targets)> usual =
            bench.Ends.Select(pair => (pair.Settings.Short(), pair.Parameters, bench.Targets)).Prepend(("defaults", bench.Defaults, bench.Targets));
        return bench.Targets.Count == 0 ? usual : usual.Append(("a black target", bench.Defaults, [StyleBench.Target("black.png", TestPictures.Even(1, 1, 0))]));
    }

    private static int Bad(StyleResult result) => result.Frames.Sum(frame => frame.Samples.ToArray().Count(sample => !float.IsFinite(sample)));
}
