using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>A run that was stopped and goes on restyles other clips first than one that was not.</summary>
internal sealed class StyleOrderCheck : StyleCheck
{
    public override string Id => "deterministic.order";

    public override string Promise => "where it says that it is deterministic: the same bits and evidence of a clip behind others, in front of them, and alone";

    protected override Finding Look(StyleBench bench)
    {
        object[] parameters = [.. bench.Usual.Select(pair => pair.Parameters).Where(bench.Backend.IsDeterministicWith)];
        return parameters.Length == 0 ? Finding.Skip("it says that it is not deterministic") : Finding.AtMost(parameters.Sum(record => Differing(bench, record)), 0, "clips that differ");
    }

    private static int Differing(StyleBench bench, object parameters)
    {
        string[] inOrder = Looks(bench, parameters, bench.Clips.Usual(bench.Inputs));
        string[] reversed = Looks(bench, parameters, [.. bench.Clips.Usual(bench.Inputs).Reverse()]);
        string[] alone = [.. bench.Clips.Usual(bench.Inputs).SelectMany(clip => Looks(bench, parameters, [clip]))];
        return Count(inOrder, reversed.Reverse()) + Count(inOrder, alone);
    }

    private static string[] Looks(StyleBench bench, object parameters, IReadOnlyList<StyleClip> clips) => [.. bench.Restyle(parameters, clips).Select(StyleBench.LookAndEvidence)];

    private static int Count(IEnumerable<string> some, IEnumerable<string> others) => some.Zip(others).Count(pair => pair.First != pair.Second);
}
