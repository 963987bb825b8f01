using SensorSim.Lights;
using SensorSim.Sensors;

namespace SensorSim.Rendering.Flicker;

/// <summary>
/// Which radiance layers a set of lamps needs, how much of each lamp goes into each layer, and what each sensor row makes of
/// them. Layer 0 is steady. Then comes one cosine and one sine layer for each distinct frequency, whatever the number of lamps,
/// phases and depths, and one for each distinct waveform with sharp edges. Light adds up, so nothing is rendered again.
/// </summary>
public sealed class FlickerLayers
{
    private readonly double[][] _weights;

    private FlickerLayers(IReadOnlyList<LayerBasis> layers, double[][] weights)
    {
        Layers = layers;
        _weights = weights;
    }

    /// <summary>The bases, in the order of the layers.</summary>
    public IReadOnlyList<LayerBasis> Layers { get; }

    /// <summary>Lays out the layers for lamps; null is a steady lamp.</summary>
    /// <exception cref="ArgumentException">A waveform lists a harmonic whose frequency is not positive.</exception>
    public static FlickerLayers Of(IReadOnlyList<LampWaveform?> lamps)
    {
        ArgumentNullException.ThrowIfNull(lamps);
        var layers = new List<LayerBasis> { new SteadyBasis() };
        Dictionary<LayerBasis, double>[] parts = [.. lamps.Select(lamp => Parts(lamp))];
        foreach (LayerBasis basis in parts.SelectMany(part => part.Keys).Where(basis => !layers.Contains(basis)))
        {
            // Parts are walked lazily: a basis added here is known to the test above from then on.
            layers.Add(basis);
        }

        return new(layers, [.. parts.Select(part => layers.Select(basis => part.GetValueOrDefault(basis)).ToArray())]);
    }

    /// <summary>One factor for each layer: the lamp's nominal intensity times it is what the lamp adds to the layer.</summary>
    public IReadOnlyList<double> WeightsOf(int lamp) => _weights[lamp];

    /// <summary>
    /// Row-major [row, layer]: the mean of each basis over the row's exposure window. A row's radiance is the sum over the
    /// layers of these times the layer.
    /// </summary>
    public double[] RowWeights(Exposure exposure, int rows)
    {
        ArgumentNullException.ThrowIfNull(exposure);
        double[] weights = new double[rows * Layers.Count];
        for (int row = 0; row < rows; row++)
        {
            (double start, double end) = exposure.RowWindow(row);
            for (int layer = 0; layer < Layers.Count; layer++)
            {
                weights[(row * Layers.Count) + layer] = Layers[layer].Mean(start, end);
            }
        }

        return weights;
    }

    private static Dictionary<LayerBasis, double> Parts(LampWaveform? lamp)
    {
        var parts = new Dictionary<LayerBasis, double> { [new SteadyBasis()] = lamp?.Mean ?? 1 };
        if (lamp is not null && lamp.Harmonics is null)
        {
            parts.Add(new WaveformBasis(lamp), 1);
        }

        foreach (Harmonic harmonic in lamp?.Harmonics ?? [])
        {
            if (!(harmonic.FrequencyHz > 0))
            {
                throw new ArgumentException($"{lamp!.Waveform.GetType().Name} lists a harmonic of {harmonic.FrequencyHz} Hz; frequencies are positive.", nameof(lamp));
            }

            Add(parts, new CosineBasis(harmonic.FrequencyHz), harmonic.Cosine);
            Add(parts, new SineBasis(harmonic.FrequencyHz), harmonic.Sine);
        }

        return parts;
    }

    private static void Add(Dictionary<LayerBasis, double> parts, LayerBasis basis, double amount) =>
        parts[basis] = parts.GetValueOrDefault(basis) + amount;
}
