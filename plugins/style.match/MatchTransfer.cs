using System.Text.Json.Nodes;
using SensorSim.Randomness;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleMatch;

internal sealed class MatchTransfer : IStyleTransfer
{
    /// <summary>Halvings of the range of sharpening: down to a thousandth of it.</summary>
    private const int Halvings = 10;

    private readonly MatchParameters _parameters;
    private readonly ulong _seed;
    private readonly double? _edgePixels;
    private readonly double[] _noise;

    public MatchTransfer(MatchParameters parameters, StyleRequest request)
    {
        (_parameters, _seed) = (parameters, request.Seed);
        (double? Edge, double[] Noise)[] measured = [.. request.Targets.Select(target => target.Read()).Select(picture => (EdgeBlur.Of(Luminance.Of(picture), picture.Width), NoiseLevel.Of(picture)))];
        double[] edges = [.. measured.Select(one => one.Edge).OfType<double>().Order()];
        _edgePixels = edges.Length == 0 ? null : edges[edges.Length / 2];
        _noise = [.. Enumerable.Range(0, 3).Select(channel => Math.Sqrt(measured.Average(one => one.Noise[channel] * one.Noise[channel])))];
        Identity = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal) { ["target_edge_px"] = _edgePixels, ["target_noise"] = new JsonArray([.. _noise.Select(level => (JsonNode)level)]) };
    }

    public IReadOnlyDictionary<string, JsonNode?> Identity { get; }

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        var frames = new List<StyleImage>();
        foreach (StyleFrame frame in clip.Frames)
        {
            stop.ThrowIfCancellationRequested();
            StyleImage picture = _parameters.Sharpness ? Sharpened(frame.Colour) : frame.Colour.Copy();
            frames.Add(_parameters.Noise ? WithNoise(picture, frame) : picture);
        }

        return new(frames);
    }

    public void Dispose()
    {
    }

    private StyleImage Sharpened(StyleImage picture)
    {
        if (_edgePixels is not { } wanted || EdgeBlur.Of(Luminance.Of(picture), picture.Width) is not { } own)
        {
            return picture.Copy();
        }

        return own <= wanted ? Blurred(picture, Math.Sqrt((wanted * wanted) - (own * own))) : Unsharp(picture, own, wanted);
    }

    // The least detail added with which edges are as narrow as is wanted.
    private StyleImage Unsharp(StyleImage picture, double own, double wanted)
    {
        StyleImage smooth = Blurred(picture, own);
        (double least, double most) = (0, _parameters.MaxSharpening);
        for (int i = 0; i < Halvings; i++)
        {
            double amount = (least + most) / 2;
            StyleImage tried = WithDetail(picture, smooth, amount);
            (least, most) = EdgeBlur.Of(Luminance.Of(tried), tried.Width) > wanted ? (amount, most) : (least, amount);
        }

        return WithDetail(picture, smooth, most);
    }

    private static StyleImage WithDetail(StyleImage picture, StyleImage smooth, double amount)
    {
        StyleImage result = picture.Copy();
        for (int i = 0; i < result.Samples.Length; i++)
        {
            result.Samples[i] += (float)(amount * (picture.Samples[i] - smooth.Samples[i]));
        }

        return result;
    }

    private static StyleImage Blurred(StyleImage picture, double sigmaPixels) =>
        new(picture.Width, picture.Height, GaussianBlur.Of(picture.Samples, picture.Width, 3, sigmaPixels));

    private StyleImage WithNoise(StyleImage picture, StyleFrame frame)
    {
        double[] own = NoiseLevel.Of(picture);
        double[] missing = [.. _noise.Select((wanted, channel) => Math.Sqrt(Math.Max(0, (wanted * wanted) - (own[channel] * own[channel]))))];
        RandomKey key = RandomKey.ForFrames(_seed, frame.Sample, frame.Camera);
        uint stream = RandomKey.StreamOf("style.match");
        for (int pixel = 0; pixel < picture.Width * picture.Height; pixel++)
        {
            UInt4 bits = new RandomStream(key, (uint)pixel, (uint)frame.Step, stream).Draw(0);
            Span<float> colour = picture.Samples.Slice(3 * pixel, 3);
            colour[0] += (float)(missing[0] * NormalSampler.Draw(bits.X));
            colour[1] += (float)(missing[1] * NormalSampler.Draw(bits.Y));
            colour[2] += (float)(missing[2] * NormalSampler.Draw(bits.Z));
        }

        return picture;
    }
}
