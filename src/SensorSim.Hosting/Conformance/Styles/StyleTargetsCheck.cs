using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>A style that goes by real images goes by them.</summary>
internal sealed class StyleTargetsCheck : StyleCheck
{
    public override string Id => "style.targets";

    public override string Promise => "other real images change the pictures; where they are optional it does without";

    protected override Finding Look(StyleBench bench)
    {
        if (bench.Backend.Target == StyleTargetUse.None)
        {
            return Finding.Skip("it goes by no images");
        }

        string[][] looks = [.. Choices(bench).Select(targets => bench.Usual.SelectMany(pair => bench.Restyle(pair.Parameters, bench.Clips.Usual(bench.Inputs), targets)).Select(StyleBench.Look).ToArray())];
        int alike = looks.SelectMany((first, i) => looks.Skip(i + 1).Select(second => first.SequenceEqual(second, StringComparer.Ordinal))).Count(isSame => isSame);
        return Finding.AtMost(alike, 0, "pairs of targets that look alike");
    }

    private static IEnumerable<IReadOnlyList<StyleTarget>> Choices(StyleBench bench) =>
        [.. bench.Targets.Select(target => (IReadOnlyList<StyleTarget>)[target]), .. bench.Backend.Target == StyleTargetUse.Optional ? [[]] : Array.Empty<IReadOnlyList<StyleTarget>>()];
}
