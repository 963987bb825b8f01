namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>Where a style says that it is deterministic, <c>replay</c> relies on it.</summary>
internal sealed class StyleRepeatCheck : StyleCheck
{
    public override string Id => "deterministic.repeat";

    public override string Promise => "where it says that it is deterministic: the same bits and the same evidence again, prepared anew";

    protected override Finding Look(StyleBench bench)
    {
        object[] parameters = [.. bench.Usual.Select(pair => pair.Parameters).Where(bench.Backend.IsDeterministicWith)];
        return parameters.Length == 0
            ? Finding.Skip("it says that it is not deterministic")
            : Finding.AtMost(parameters.Sum(record => Looks(bench, record).Zip(Looks(bench, record)).Count(pair => pair.First != pair.Second)), 0, "clips that differ");
    }

    private static IEnumerable<string> Looks(StyleBench bench, object parameters) => bench.Restyle(parameters, bench.Clips.Usual(bench.Inputs)).Select(StyleBench.LookAndEvidence);
}
