namespace SensorSim.Datasets.Preservation;

/// <summary>
/// Which way edges run, whatever their sign, colour and strength: the angle of the colour gradient's structure tensor, doubled, as a vector of
/// length 0 (none) to 1 (a clear edge). Source: Di Zenzo, "A note on the gradient of a multi-image", 1986; normalised much as in Haber and
/// Modersitzki, "Intensity gradient based registration and fusion", 2006.
/// </summary>
internal sealed class OrientationField
{
    private const int SharpenRadius = 2;

    private OrientationField(int width, int height) =>
        (Width, Height, Cosine, Sine, Energy) = (width, height, new float[width * height], new float[width * height], new float[width * height]);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Of the doubled angle, times clearness.</summary>
    public float[] Cosine { get; }

    /// <summary>Of the doubled angle, times clearness.</summary>
    public float[] Sine { get; }

    /// <summary>Squared gradient, mean over the channels, per pixel squared.</summary>
    public float[] Energy { get; }

    /// <param name="image">The picture.</param>
    /// <param name="where">Pixels whose median energy is that of an edge half as clear as can be.</param>
    public static OrientationField Of(ColorImage image, bool[] where)
    {
        var field = new OrientationField(image.Width, image.Height);
        foreach (float[] channel in image.Channels)
            field.Add(channel);
        field.Normalise(field.EnergyOfEdges(where));
        return field;
    }

    // Sobel's operator, a derivative smoothed across.
    private void Add(float[] v)
    {
        int w = Width;
        for (int y = 1; y < Height - 1; y++)
        {
            for (int i = (y * w) + 1, end = (y * w) + w - 1; i < end; i++)
            {
                float a = v[i + w + 1] - v[i - w - 1], b = v[i - w + 1] - v[i + w - 1];
                float gx = (a + b + (2 * (v[i + 1] - v[i - 1]))) / 8, gy = (a - b + (2 * (v[i + w] - v[i - w]))) / 8;
                Cosine[i] += ((gx * gx) - (gy * gy)) / 3;
                Sine[i] += 2 * gx * gy / 3;
                Energy[i] += ((gx * gx) + (gy * gy)) / 3;
            }
        }
    }

    // Rounding of 8 bits alone has an energy of about 1e-6.
    private float EnergyOfEdges(bool[] where)
    {
        var values = new List<float>();
        for (int i = 0; i < where.Length; i++)
        {
            if (where[i])
                values.Add(Energy[i]);
        }

        return MathF.Max(1e-5f, Quantiles.Median(values));
    }

    // An edge is as clear as it is strong, and clearest where it is: beside a strong edge its skirts are still stronger than other edges are.
    private void Normalise(float half)
    {
        float[] greatest = Neighbourhood.Greatest(Energy, Width, Height, SharpenRadius);
        for (int i = 0; i < Energy.Length; i++)
        {
            float scale = Energy[i] / ((Energy[i] + half) * MathF.Max(greatest[i], 1e-12f));
            Cosine[i] *= scale;
            Sine[i] *= scale;
        }
    }
}
