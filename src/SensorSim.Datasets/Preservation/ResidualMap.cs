using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Preservation;

/// <summary>
/// What each object's own recolouring does not explain, smoothed inside the object, in units of what is usual for the object: a texture that covers it all is usual, something on a part of it is not.
/// </summary>
internal sealed class ResidualMap
{
    // Of 5 x 5: noise averages out, and what was put in is larger.
    private const int SmoothingRadius = 2;
    private const int FewestPixels = 24;

    private ResidualMap(int size) => (Strength, Excess) = (new float[size], new float[size]);

    /// <summary>RMS over the channels, 0 to 1 of the encoded range; 0 where nothing is judged.</summary>
    public float[] Strength { get; }

    /// <summary>Strength as a share of what is tolerated; -1 where nothing is judged: at edges between ids, and on objects of a few pixels.</summary>
    public float[] Excess { get; }

    /// <param name="before">The picture.</param>
    /// <param name="after">Restyled.</param>
    /// <param name="map">Ids.</param>
    /// <param name="edges">Whose pixels mix two objects.</param>
    /// <param name="tolerance">Difference that is tolerated on every object, 0 to 1 of the encoded range.</param>
    /// <param name="spreads">And this many times what is usual for the object.</param>
    public static ResidualMap Of(ColorImage before, ColorImage after, InstanceMap map, LabelEdges edges, double tolerance, double spreads)
    {
        var residuals = new ResidualMap(map.Ids.Length);
        float[][] planes = [new float[map.Ids.Length], new float[map.Ids.Length], new float[map.Ids.Length]];
        ushort[] ids = [.. map.Ids];
        Array.Fill(residuals.Excess, -1);
        for (int id = 0; id < map.Count; id++)
            Explain(before, after, map, edges, id, planes, ids);
        foreach (float[] plane in planes)
            RunBlur.Blur(plane, ids, map.Width, map.Height, SmoothingRadius);
        residuals.Grade(map, ids, planes, (float)tolerance, (float)spreads);
        return residuals;
    }

    // What is not judged gets an id of its own, which no blur crosses.
    private static void Explain(ColorImage before, ColorImage after, InstanceMap map, LabelEdges edges, int id, float[][] planes, ushort[] ids)
    {
        var inner = new List<int>();
        foreach (int pixel in map.PixelsOf(id))
        {
            if (edges.IdMask[pixel])
                ids[pixel] = ushort.MaxValue;
            else
                inner.Add(pixel);
        }

        ReadOnlySpan<int> pixels = CollectionsMarshal.AsSpan(inner);
        if (inner.Count >= FewestPixels)
        {
            RecolorFit.Of(before, after, map, pixels).Residuals(before, after, pixels, planes);
            return;
        }

        foreach (int pixel in pixels)
            ids[pixel] = ushort.MaxValue;
    }

    private void Grade(InstanceMap map, ushort[] ids, float[][] planes, float tolerance, float spreads)
    {
        for (int id = 0; id < map.Count; id++)
        {
            var strengths = new List<float>();
            foreach (int pixel in map.PixelsOf(id))
            {
                if (ids[pixel] == ushort.MaxValue)
                    continue;
                float r = planes[0][pixel], g = planes[1][pixel], b = planes[2][pixel];
                Strength[pixel] = MathF.Sqrt(((r * r) + (g * g) + (b * b)) / 3);
                strengths.Add(Strength[pixel]);
            }

            if (strengths.Count == 0)
                continue;
            float scale = 1 / (tolerance + (spreads * Quantiles.Median(strengths)));
            foreach (int pixel in map.PixelsOf(id))
            {
                if (ids[pixel] != ushort.MaxValue)
                    Excess[pixel] = Strength[pixel] * scale;
            }
        }
    }
}
