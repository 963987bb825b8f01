using System.Runtime.InteropServices;

namespace SensorSim.Datasets.Preservation;

/// <summary>
/// What each object's own recolouring does not explain, smoothed inside the object, in units of what is usual for the object: a texture that covers it all is usual, something on a part of it is not.
/// </summary>
internal sealed class ResidualMap
{
    // Of 5 x 5, and of 11 x 11: noise averages out in one, coarser texture in the other, and what was put in is larger.
    private static readonly int[] s_smoothingRadii = [2, 5];
    private const int FewestPixels = 24;

    // What changes over more than this is light and no thing; half of the difference to it is left at the border of a thing.
    private const int LightRadius = 16;
    private const float LeftAtBorder = 0.5f;

    // A blur of a pixel or so, beyond the smoothing.
    private const int BlurReach = 2;

    private ResidualMap(int size) => (Strength, Excess) = (new float[size], new float[size]);

    /// <summary>RMS over the channels, 0 to 1 of the encoded range; 0 where nothing is judged.</summary>
    public float[] Strength { get; }

    /// <summary>Strength as a share of what is tolerated; -1 where nothing is judged: at edges between ids, and on objects of a few pixels.</summary>
    public float[] Excess { get; }

    /// <param name="before">The picture.</param>
    /// <param name="after">Restyled.</param>
    /// <param name="map">Ids.</param>
    /// <param name="edges">Whose pixels mix two objects.</param>
    /// <param name="field">Edges of the picture: a blur, or one less, is seen for some pixels beside them.</param>
    /// <param name="thresholds">What is tolerated: a difference, so many times what is usual for the object, and a share of the steepest edge near by.</param>
    public static ResidualMap Of(ColorImage before, ColorImage after, InstanceMap map, LabelEdges edges, OrientationField field, GateThresholds thresholds)
    {
        var residuals = new ResidualMap(map.Ids.Length);
        float[][] planes = [new float[map.Ids.Length], new float[map.Ids.Length], new float[map.Ids.Length]];
        ushort[] ids = [.. map.Ids];
        Array.Fill(residuals.Excess, -1);
        for (int id = 0; id < map.Count; id++)
            Explain(before, after, map, edges, id, planes, ids);
        float[][] light = [.. planes.Select(plane => RunBlur.Blurred(plane, ids, map.Width, map.Height, LightRadius))];
        foreach (int radius in s_smoothingRadii)
        {
            float[][] smooth = [.. planes.Select(plane => RunBlur.Blurred(plane, ids, map.Width, map.Height, radius))];
            residuals.Grade(map, ids, smooth, light, Neighbourhood.Greatest(field.Energy, map.Width, map.Height, radius + BlurReach), thresholds);
        }

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

    private void Grade(InstanceMap map, ushort[] ids, float[][] planes, float[][] light, float[] steepest, GateThresholds thresholds)
    {
        float[] found = new float[ids.Length];
        for (int id = 0; id < map.Count; id++)
        {
            var strengths = new List<float>();
            foreach (int pixel in map.PixelsOf(id))
            {
                if (ids[pixel] == ushort.MaxValue)
                    continue;
                float r = planes[0][pixel], g = planes[1][pixel], b = planes[2][pixel];
                float strength = Rms(r, g, b), sharp = Rms(r - light[0][pixel], g - light[1][pixel], b - light[2][pixel]) / LeftAtBorder;
                found[pixel] = MathF.Min(strength, sharp);
                strengths.Add(found[pixel]);
            }

            if (strengths.Count == 0)
                continue;
            float tolerance = (float)thresholds.ResidualContrast + ((float)thresholds.ResidualSpreads * Quantiles.Median(strengths)), share = (float)thresholds.ResidualEdge;
            foreach (int pixel in map.PixelsOf(id))
            {
                if (ids[pixel] == ushort.MaxValue)
                    continue;
                Strength[pixel] = MathF.Max(Strength[pixel], found[pixel]);
                Excess[pixel] = MathF.Max(Excess[pixel], found[pixel] / (tolerance + (share * MathF.Sqrt(steepest[pixel]))));
            }
        }
    }

    private static float Rms(float r, float g, float b) => MathF.Sqrt(((r * r) + (g * g) + (b * b)) / 3);
}
