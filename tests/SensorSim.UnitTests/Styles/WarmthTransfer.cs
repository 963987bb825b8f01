using System.Text.Json.Nodes;
using SensorSim.Signals;
using SensorSim.Style;

namespace SensorSim.UnitTests.Styles;

internal sealed class WarmthTransfer(WarmthParameters parameters) : IStyleTransfer
{
    private readonly double[] _gains = [Math.Pow(2, parameters.Warmth), 1, Math.Pow(2, -parameters.Warmth)];

    // What records say of the library, the model or the server behind it: here there is none.
    public IReadOnlyDictionary<string, JsonNode?> Identity { get; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    public StyleResult Apply(StyleClip clip, CancellationToken stop) => new([.. clip.Frames.Select(frame => Warm(frame.Colour))]);

    public void Dispose()
    {
    }

    // Gains are of light, and pictures are encoded as sRGB.
    private StyleImage Warm(StyleImage picture)
    {
        StyleImage result = picture.Copy();
        for (int i = 0; i < result.Samples.Length; i++)
        {
            result.Samples[i] = (float)SrgbCurve.Encode(_gains[i % 3] * SrgbCurve.Decode(picture.Samples[i]));
        }

        return result;
    }
}
