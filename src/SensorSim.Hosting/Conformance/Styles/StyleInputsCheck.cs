using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>A dataset without the labels that a style needs is refused: it must not need them for nothing. Labels that it did not ask for are null in every check.</summary>
internal sealed class StyleInputsCheck : StyleCheck
{
    public override string Id => "style.inputs";

    public override string Promise => "each label that it asks for changes the pictures, and it does without those that it does not need";

    protected override Finding Look(StyleBench bench)
    {
        if (bench.Inputs == StyleInputs.None)
        {
            return Finding.Skip("it asks for nothing but the picture");
        }

        bench.Restyle(bench.Defaults, bench.Clips.Usual(bench.Backend.Needs));
        StyleInputs[] unused = [.. Enum.GetValues<StyleInputs>().Where(input => input != StyleInputs.None && bench.Inputs.HasFlag(input) && !bench.Usual.Any(pair => Matters(bench, pair.Parameters, input)))];
        return Finding.AtMost(unused.Length, 0, "labels without effect", string.Join(", ", unused).ToLowerInvariant());
    }

    private static bool Matters(StyleBench bench, object parameters, StyleInputs input)
    {
        IReadOnlyList<StyleClip> clips = bench.Clips.Usual(bench.Inputs);
        StyleClip[] others = [.. bench.Clips.Usual(bench.Inputs).Select(clip => clip with { Frames = [.. clip.Frames.Select(frame => TestLabels.With(frame, input, isOther: true, isLast: frame.Flow is null))] })];
        return !bench.Restyle(parameters, clips).Select(StyleBench.Look).SequenceEqual(bench.Restyle(parameters, others).Select(StyleBench.Look), StringComparer.Ordinal);
    }
}
