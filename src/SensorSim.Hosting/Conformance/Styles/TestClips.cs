using System.Globalization;
using SensorSim.Style;

namespace SensorSim.Hosting.Conformance.Styles;

/// <summary>Clips of test pictures, as the host makes them for a backend of that scope and with these inputs. Pictures are copies: what a backend does to one is not seen by the next.</summary>
/// <param name="scope">Of the backend.</param>
internal sealed class TestClips(StyleScope scope)
{
    private const double RateHz = 10;
    private const int Width = 48, Height = 40;

    private static readonly (int Width, int Height)[] s_sizes = [(1, 1), (3, 2), (2, 3), (1, 40), (37, 1), (65, 47)];

    private static readonly StyleImage[] s_front = [TestPictures.Soft(Width, Height, 1), TestPictures.Soft(Width, Height, 2), TestPictures.Blocks(Width, Height, 3, 0.01)];

    private static readonly StyleImage[] s_left = [TestPictures.Blocks(33, 24, 4, 0.02), TestPictures.Soft(33, 24, 5)];

    /// <summary>Two cameras in two samples: sharp and soft pictures of two sizes.</summary>
    public IReadOnlyList<StyleClip> Usual(StyleInputs inputs) => [.. Of("front", 0, s_front, inputs), .. Of("left", 0, s_left, inputs), .. Of("front", 1, [s_front[2], s_front[0]], inputs)];

    /// <summary>Black, white, grey, noise, and pictures of hardly any size.</summary>
    public IReadOnlyList<StyleClip> Odd(StyleInputs inputs) =>
    [
        .. Of("black", 0, [TestPictures.Even(20, 12, 0)], inputs), .. Of("white", 0, [TestPictures.Even(20, 12, 1)], inputs), .. Of("grey", 0, [TestPictures.Even(20, 12, 0.5f)], inputs),
        .. Of("noise", 0, [TestPictures.Noise(20, 12)], inputs), .. Sizes(inputs),
    ];

    /// <summary>Clips of one frame and of more, from a single pixel on.</summary>
    public IReadOnlyList<StyleClip> Sizes(StyleInputs inputs) => [.. s_sizes.SelectMany((size, i) =>
        Of(string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"), i, Pictures(size.Width, size.Height, 1 + (i % 3)), inputs))];

    /// <summary>One clip of so many frames.</summary>
    public static StyleClip Long(int frames, StyleInputs inputs) => Clip("long", 0, Pictures(Width, Height, frames), inputs);

    private static StyleImage[] Pictures(int width, int height, int count) => [.. Enumerable.Range(0, count).Select(i => TestPictures.Blocks(width, height, (ulong)i, 0.02))];

    private IEnumerable<StyleClip> Of(string camera, long sample, StyleImage[] pictures, StyleInputs inputs)
    {
        StyleClip all = Clip(camera, sample, pictures, inputs);
        return scope == StyleScope.Clip ? [all] : all.Frames.Select(frame => new StyleClip([frame], 0));
    }

    private static StyleClip Clip(string camera, long sample, StyleImage[] pictures, StyleInputs inputs) =>
        new([.. pictures.Select((picture, step) => TestLabels.With(Frame(camera, sample, step, picture), inputs, isOther: false, step == pictures.Length - 1))], pictures.Length > 1 ? RateHz : 0);

    private static StyleFrame Frame(string camera, long sample, int step, StyleImage picture) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{sample:D6}_{step:D4}_{camera}"), sample, step, camera, step / RateHz, picture.Copy());
}
