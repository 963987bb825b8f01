using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleFda;

internal sealed class FdaTransfer(FdaParameters parameters, StyleRequest request) : IStyleTransfer
{
    // Luma of Rec. ITU-R BT.709, item 3.2.
    private const double Red = 0.2126, Green = 0.7152, Blue = 0.0722;

    private const int Brightness = 3;

    private readonly Dictionary<(string Target, int Width, int Height), double[][]> _amplitudes = [];

    public IReadOnlyDictionary<string, JsonNode?> Identity { get; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    public StyleResult Apply(StyleClip clip, CancellationToken stop)
    {
        StyleTarget target = request.TargetOf(clip);
        var spectrum = new LowFrequencies(clip.Width, clip.Height, (int)Math.Floor(Math.Min(clip.Width, clip.Height) * parameters.Beta));
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

    private StyleImage Adapted(StyleImage picture, double[][] amplitudes, LowFrequencies spectrum)
    {
        StyleImage result = picture.Copy();
        Complex[][] own = Spectra(picture, spectrum), changes = [.. own.Zip(amplitudes, Change)];
        for (int channel = 0; channel < 3; channel++)
        {
            if (parameters.Colours == FdaColours.Mean)
            {
                (Complex mean, changes[channel]) = (changes[channel][spectrum.Mean], [.. changes[Brightness]]);
                changes[channel][spectrum.Mean] = mean;
            }

            spectrum.Add(changes[channel], result.Samples, channel);
        }

        return result;
    }

    private static Complex[] Change(Complex[] from, double[] amplitudes) =>
        [.. from.Zip(amplitudes, (value, amplitude) => Complex.FromPolarCoordinates(amplitude, value.Phase) - value)];

    // Of the three channels, and of the brightness that they make.
    private static Complex[][] Spectra(StyleImage picture, LowFrequencies spectrum)
    {
        Complex[][] channels = [.. Enumerable.Range(0, 3).Select(channel => spectrum.Of(picture.Samples, channel))];
        return [.. channels, [.. channels[0].Select((_, i) => (Red * channels[0][i]) + (Green * channels[1][i]) + (Blue * channels[2][i]))]];
    }

    private double[][] AmplitudesOf(StyleTarget target, LowFrequencies spectrum)
    {
        (string, int, int) key = (target.Name, spectrum.Width, spectrum.Height);
        if (!_amplitudes.TryGetValue(key, out double[][]? amplitudes))
        {
            StyleImage picture = target.Read().Resized(spectrum.Width, spectrum.Height);
            amplitudes = [.. Spectra(picture, spectrum).Select(values => values.Select(value => value.Magnitude).ToArray())];
            _amplitudes.Add(key, amplitudes);
        }

        return amplitudes;
    }
}
