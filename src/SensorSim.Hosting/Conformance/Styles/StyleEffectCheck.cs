namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>Each parameter changes the pictures.</summary>
internal sealed class StyleEffectCheck : StyleCheck
{
    public override string Id => "parameters.effective";

    public override string Promise => "each number, switch and choice changes the pictures, alone or with others; texts and files are not tried";

    protected override Finding Look(StyleBench bench)
    {
        var seen = new Dictionary<string, IReadOnlyList<string>?>(StringComparer.Ordinal);
        return EffectSearch.Inert(bench.Schema, "sharp and soft pictures of two sizes, in clips of two and three frames", (a, b) => Looks(a) is { } first && Looks(b) is { } second && !first.SequenceEqual(second, StringComparer.Ordinal));

        IReadOnlyList<string>? Looks(Settings settings)
        {
            // The record says what counts: many settings are the same one.
            string key = settings.Bind(bench.Schema) is { } record ? string.Join(';', bench.Schema.ValuesOf(record).Values.Select(value => value?.ToJsonString())) : "";
            return key.Length == 0 ? null : seen.TryGetValue(key, out IReadOnlyList<string>? looks) ? looks : seen[key] = bench.Looks(settings);
        }
    }
}
