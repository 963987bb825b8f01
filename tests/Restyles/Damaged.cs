namespace SensorSim.Restyles;

/// <summary>A restyle whose labels are no longer true.</summary>
/// <param name="Picture">What it shows.</param>
/// <param name="Contrast">Difference that the damage makes, 0 to 1 of the encoded range: of what is put in or gone, at least that on half of its pixels; of what is shifted, RMS along its outlines.</param>
/// <param name="AreaPx">Pixels that it is on.</param>
internal sealed record Damaged(Picture Picture, double Contrast, int AreaPx)
{
    /// <summary>The whole picture, elsewhere.</summary>
    public static Damaged Shifted(Picture picture, SourceFrame frame, float dx, float dy)
    {
        Picture moved = Moved(picture, dx, dy);
        bool[] edges = OutlineBand(frame.Ids, picture.Width, id: null);
        return new(moved, Picture.Difference(picture, moved, i => edges[i]), picture.Width * picture.Height);
    }

    /// <summary>One object elsewhere, behind what is in front of it; what it uncovers is filled in.</summary>
    public static Damaged Moved(Picture picture, SourceFrame frame, ushort id, float dx, float dy, Dice dice)
    {
        Picture filled = Filled(picture, frame, id, dice), moved = Moved(picture, dx, dy);
        bool[] front = frame.InFrontOf(id);
        int width = picture.Width;
        float[] mask = [.. frame.Ids.Select(other => other == id ? 1f : 0)];
        float[] alpha = [.. Enumerable.Range(0, mask.Length).Select(i => front[i] ? 0 : picture.At(mask, (i % width) - dx, (i / width) - dy))];
        Picture made = picture.Map((k, i) => filled.Channels[k][i] + (alpha[i] * (moved.Channels[k][i] - filled.Channels[k][i])));
        bool[] edges = OutlineBand(frame.Ids, width, id);
        return new(made, Picture.Difference(picture, made, i => edges[i]), frame.Ids.Count(other => other == id));
    }

    /// <summary>An object is gone; its place is filled in from around it.</summary>
    public static Damaged Erased(Picture picture, SourceFrame frame, ushort id, Dice dice)
    {
        Picture filled = Filled(picture, frame, id, dice);
        return new(filled, Picture.MedianDifference(picture, filled, i => frame.Ids[i] == id), frame.Ids.Count(other => other == id));
    }

    /// <summary>An object of another frame is put somewhere, scaled to an area and blended to a contrast; null where even opaque it has less.</summary>
    public static Damaged? Inserted(Picture picture, SourceFrame other, ushort id, int areaPx, double contrast, Dice dice)
    {
        var pixels = Enumerable.Range(0, other.Ids.Length).Where(i => other.Ids[i] == id).ToList();
        float scale = MathF.Sqrt((float)areaPx / pixels.Count), cx = (float)pixels.Average(i => i % other.Rgb.Width), cy = (float)pixels.Average(i => i / other.Rgb.Width);
        float x = dice.Between(0.12f, 0.88f, 1) * picture.Width, y = dice.Between(0.12f, 0.88f, 2) * picture.Height;
        float[] mask = [.. other.Ids.Select(found => found == id ? 1f : 0)];
        float[] alpha = new float[picture.Width * picture.Height];
        Picture cut = picture.Copy();
        for (int i = 0; i < alpha.Length; i++)
        {
            float u = ((i % picture.Width) - x) / scale + cx, v = ((i / picture.Width) - y) / scale + cy;
            if (u < 0 || v < 0 || u > other.Rgb.Width - 1 || v > other.Rgb.Height - 1 || other.Picture.At(mask, u, v) is not (> 0 and var cover))
                continue;
            alpha[i] = cover;
            for (int k = 0; k < 3; k++)
                cut.Channels[k][i] = other.Picture.At(other.Picture.Channels[k], u, v);
        }

        int area = alpha.Count(a => a > 0.5f);
        double full = Picture.MedianDifference(picture, cut, i => alpha[i] > 0.5f);
        if (full < contrast || area < 0.9 * areaPx)
            return null;
        float share = (float)(contrast / full);
        return new(picture.Map((k, i) => picture.Channels[k][i] + (share * alpha[i] * (cut.Channels[k][i] - picture.Channels[k][i]))), contrast, area);
    }

    private static Picture Moved(Picture picture, float dx, float dy) =>
        picture.Map((k, i) => picture.At(picture.Channels[k], (i % picture.Width) - dx, (i / picture.Width) - dy));

    // With two more pixels around, where the object shows through; and noise as strong as that of the picture.
    private static Picture Filled(Picture picture, SourceFrame frame, ushort id, Dice dice)
    {
        bool[] isFront = frame.InFrontOf(id);
        bool[] hole = Grown(frame.Ids, id, picture.Width, isFront);
        Picture filled = picture.Copy();
        float noise = NoiseOf(picture);
        var membrane = new Membrane(hole, isFront, picture.Width);
        for (int k = 0; k < 3; k++)
        {
            membrane.Fill(filled.Channels[k]);
            for (int i = 0; i < hole.Length; i++)
                filled.Channels[k][i] += hole[i] ? noise * dice.Normal((uint)i, 5 + (uint)k) : 0;
        }

        return filled;
    }

    private static bool[] Grown(ushort[] ids, ushort id, int width, bool[] isFront)
    {
        bool[] grown = new bool[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            for (int k = 0; k < 25 && !grown[i]; k++)
            {
                int x = (i % width) + (k % 5) - 2, near = i + (k % 5) - 2 + (((k / 5) - 2) * width);
                grown[i] = x >= 0 && x < width && near >= 0 && near < ids.Length && ids[near] == id && !isFront[i];
            }
        }

        return grown;
    }

    // Immerkær's operator, of which the median is that of noise: edges are few.
    private static float NoiseOf(Picture picture)
    {
        float[] g = picture.Channels[1];
        int w = picture.Width;
        var values = new List<float>();
        for (int i = w + 1; i < g.Length - w - 1; i += 7)
        {
            float v = g[i - w - 1] + g[i - w + 1] + g[i + w - 1] + g[i + w + 1] - (2 * (g[i - w] + g[i + w] + g[i - 1] + g[i + 1])) + (4 * g[i]);
            values.Add(MathF.Abs(v));
        }

        values.Sort();
        return values[values.Count / 2] / 0.6745f / 6;
    }

    private static bool[] OutlineBand(ushort[] ids, int width, ushort? id)
    {
        bool[] band = new bool[ids.Length];
        for (int i = 0; i < ids.Length; i++)
        {
            foreach (int next in new[] { i + 1, i + width })
            {
                if (next < ids.Length && (next != i + 1 || next % width != 0) && ids[i] != ids[next] && (id is null || ids[i] == id || ids[next] == id))
                    band[i] = band[next] = true;
            }
        }

        return band;
    }
}
