using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>Labels are those of the picture before: its size and place must stay.</summary>
internal sealed class StyleShapeCheck : StyleCheck
{
    public override string Id => "style.shape";

    public override string Promise => "as many pictures as it was given, each of the size that it had";

    protected override Finding Look(StyleBench bench)
    {
        int wrong = bench.Usual.Sum(pair => bench.Clips.Sizes(bench.Inputs) is var clips ? clips.Zip(bench.Restyle(pair.Parameters, clips)).Sum(both => Wrong(both.First, both.Second)) : 0);
        return Finding.AtMost(wrong, 0, "pictures of another size or number");
    }

    private static int Wrong(StyleClip clip, StyleResult result) =>
        Math.Abs(clip.Frames.Count - result.Frames.Count) + result.Frames.Count(frame => (frame.Width, frame.Height) != (clip.Width, clip.Height));
}
