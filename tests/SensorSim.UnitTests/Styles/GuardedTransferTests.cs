using System.Text.Json.Nodes;
using SensorSim.Plugins;
using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

/// <summary>What a backend gives is looked at before the host goes on with it.</summary>
public class GuardedTransferTests
{
    [Test]
    public void Values_Outside_The_Range_Are_Clipped()
    {
        StyleImage styled = Apply(clip => new([Filled(clip, -0.5f, 1.5f, 0.25f)]));

        Assert.That(styled.Samples[..3].ToArray(), Is.EqualTo(new[] { 0f, 1f, 0.25f }));
    }

    [Test]
    public void Another_Size_Count_Or_No_Numbers_Are_The_Plugins_Fault()
    {
        Assert.That(() => Apply(_ => new([new StyleImage(3, 2)])), Throws.InvalidOperationException.With.Message.Contains("3x2 pixels for a frame of 4x2 (000000_0000_front)"));
        Assert.That(() => Apply(_ => new([])), Throws.InvalidOperationException.With.Message.Contains("0 frames for a clip of 1"));
        Assert.That(() => Apply(clip => new([Filled(clip, float.NaN, 0, 0)])), Throws.InvalidOperationException.With.Message.Contains("no numbers"));
    }

    [Test]
    public void A_Watched_Backend_That_Throws_Is_Named_And_What_It_Says_Of_The_Style_Comes_Out_As_It_Is()
    {
        Assert.That(() => Apply(_ => throw new ArithmeticException("odd"), isWatched: true), Throws.TypeOf<PluginCallException>().With.Message.Contains("test.style failed in Apply: ArithmeticException: odd"));
        Assert.That(() => Apply(_ => throw new StyleException("no server"), isWatched: true), Throws.TypeOf<StyleException>().With.Message.EqualTo("no server"));
        Assert.That(() => Apply(_ => throw new MissingLibraryException("install it"), isWatched: true), Throws.TypeOf<MissingLibraryException>());
        Assert.That(() => Apply(_ => throw new OperationCanceledException(), isWatched: true), Throws.TypeOf<OperationCanceledException>());
    }

    [Test]
    public void A_Style_That_Goes_By_Images_Is_Refused_Without_Any()
    {
        Assert.That(() => StyleBench.Prepare("style.fda", []), Throws.TypeOf<StyleException>().With.Message.Contains("real/*.png").And.Property(nameof(StyleException.IsRequestWrong)).True);
    }

    private static StyleImage Apply(Func<StyleClip, StyleResult> apply, bool isWatched = false)
    {
        var backend = new ToldBackend(apply);
        if (isWatched)
        {
            new PluginCalls().Watch(backend, "test.style");
        }

        using IStyleTransfer transfer = backend.PrepareWith(new NoParameters(), StyleBench.RequestOf());
        return transfer.Apply(StyleBench.ClipOf(new StyleImage(4, 2)), default).Frames[0];
    }

    private static StyleImage Filled(StyleClip clip, float red, float green, float blue)
    {
        var image = new StyleImage(clip.Width, clip.Height);
        (image.Samples[0], image.Samples[1], image.Samples[2]) = (red, green, blue);
        return image;
    }

    private sealed record NoParameters;

    private sealed class ToldBackend(Func<StyleClip, StyleResult> apply) : StyleBackend<NoParameters>
    {
        public override StyleNature Nature => StyleNature.Statistical;

        public override IStyleTransfer Prepare(NoParameters parameters, StyleRequest request) => new Told(apply);
    }

    private sealed class Told(Func<StyleClip, StyleResult> apply) : IStyleTransfer
    {
        public IReadOnlyDictionary<string, JsonNode?> Identity { get; } = new Dictionary<string, JsonNode?>(StringComparer.Ordinal);

        public StyleResult Apply(StyleClip clip, CancellationToken stop) => apply(clip);

        public void Dispose()
        {
        }
    }
}
