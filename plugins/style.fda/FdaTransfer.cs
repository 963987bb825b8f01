using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleFda;

internal sealed class FdaTransfer(double beta, StyleRequest request) : IStyleTransfer
{
    private readonly Dictionary<(string Target, int Width, int Height), double[][]> _amplitudes = [];

    public IReadOnlyDictionary<string, JsonNode?> Identity { get; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        StyleTarget target = request.TargetOf(clip);
        var spectrum = new LowFrequencies(clip.Width, clip.Height, (int)Math.Floor(Math.Min(clip.Width, clip.Height) * beta));
        double[][] amplitudes = AmplitudesOf(target, spectrum);
        var frames = new List<StyleImage>();
        foreach (StyleFrame frame in clip.Frames)
        {
            stop.ThrowIfCancellationRequested();
            frames.Add(Adapted(frame.Colour, amplitudes, spectrum));
        }

        return new(frames) { Evidence = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal) { ["target"] = target.Name, ["target_sha256"] = target.Sha256 } };
    }

    public void Dispose()
    {
    }

    private static StyleImage Adapted(StyleImage picture, double[][] amplitudes, LowFrequencies spectrum)
    {
        StyleImage result = picture.Copy();
        for (int channel = 0; channel < 3; channel++)
        {
            Complex[] change = spectrum.Of(picture.Samples, channel);
            for (int i = 0; i < change.Length; i++)
            {
                change[i] = Complex.FromPolarCoordinates(amplitudes[channel][i], change[i].Phase) - change[i];
            }

            spectrum.Add(change, result.Samples, channel);
        }

        return result;
    }

    private double[][] AmplitudesOf(StyleTarget target, LowFrequencies spectrum)
    {
        (string, int, int) key = (target.Name, spectrum.Width, spectrum.Height);
        if (!_amplitudes.TryGetValue(key, out double[][]? amplitudes))
        {
            StyleImage picture = target.Read().Resized(spectrum.Width, spectrum.Height);
            amplitudes = [.. Enumerable.Range(0, 3).Select(channel => spectrum.Of(picture.Samples, channel).Select(value => value.Magnitude).ToArray())];
            _amplitudes.Add(key, amplitudes);
        }

        return amplitudes;
    }
}
