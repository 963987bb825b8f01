using System.Runtime.InteropServices;
using SensorSim.Datasets.Preservation;
using SensorSim.Signals;

namespace SensorSim.Restyles;

/// <summary>A rendered frame that restyles are made from.</summary>
/// <param name="Number">Addresses its random numbers.</param>
/// <param name="Scene">What it shows.</param>
/// <param name="Rgb">Three channels of 8 or 16 bits.</param>
/// <param name="Instance">16-bit ids.</param>
/// <param name="Depth">16-bit steps, 0 = nothing; null where there is none.</param>
internal sealed record SourceFrame(long Number, string Scene, PixelPlane Rgb, PixelPlane Instance, PixelPlane? Depth)
{
    public PixelPlane? Normal { get; init; }

    public Picture Picture { get; } = Picture.Of(Rgb);

    public ushort[] Ids { get; } = MemoryMarshal.Cast<byte, ushort>(Instance.Bytes.Span).ToArray();

    private ushort[]? Depths { get; } = Depth is { } depth ? MemoryMarshal.Cast<byte, ushort>(depth.Bytes.Span).ToArray() : null;

    /// <summary>What the gate is given.</summary>
    public StyledFrame Styled(PixelPlane after) => new(Rgb, after, Instance) { Depth = Depth, Normal = Normal };

    /// <summary>Objects of at least so many pixels, away from the image's border, with nothing in front of most of their outline, largest first.</summary>
    public IReadOnlyList<ushort> WholeObjects(int least) => [.. Whole.Value.Where(found => found.Area >= least).Select(found => found.Id)];

    private Lazy<(ushort Id, int Area)[]> Whole => field ??= new(FindWhole);

    private (ushort Id, int Area)[] FindWhole()
    {
        var hidden = new HashSet<ushort>();
        var area = new Dictionary<ushort, int>();
        int width = Rgb.Width, height = Rgb.Height;
        for (int i = 0; i < Ids.Length; i++)
        {
            ushort id = Ids[i];
            area[id] = area.GetValueOrDefault(id) + 1;
            int x = i % width, y = i / width;
            if (x < 8 || y < 8 || x >= width - 8 || y >= height - 8)
                hidden.Add(id);
        }

        return [.. area.Where(pair => pair.Key != 0 && pair.Value >= 100 && !hidden.Contains(pair.Key) && IsFree(pair.Key)).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value))];
    }

    /// <summary>True where a pixel shows what is in front of an object: nearer than the nearest part of it in the picture.</summary>
    public bool[] InFrontOf(ushort id)
    {
        bool[] front = new bool[Ids.Length];
        if (Depths is not { } depths)
            return front;
        float[] own = Spread(depths, id);
        for (int i = 0; i < front.Length; i++)
            front[i] = Ids[i] != id && own[i] > 0 && depths[i] > 0 && depths[i] < 0.97f * own[i];
        return front;
    }

    // The object's depth, carried on over 12 pixels around it.
    private float[] Spread(ushort[] depths, ushort id)
    {
        int width = Rgb.Width;
        float[] spread = [.. Ids.Select((other, i) => other == id ? depths[i] : 0f)];
        for (int round = 0; round < 12; round++)
        {
            float[] last = [.. spread];
            for (int i = width; i < spread.Length - width; i++)
            {
                if (spread[i] == 0)
                    spread[i] = MathF.Max(MathF.Max(last[i - 1], last[i + 1]), MathF.Max(last[i - width], last[i + width]));
            }
        }

        return spread;
    }

    // The share of an outline that nothing is in front of.
    private bool IsFree(ushort id)
    {
        bool[] front = InFrontOf(id);
        int edges = 0, hidden = 0;
        for (int i = Rgb.Width; i < Ids.Length - Rgb.Width; i++)
        {
            if (Ids[i] != id)
                continue;
            foreach (int next in new[] { i - 1, i + 1, i - Rgb.Width, i + Rgb.Width })
                (edges, hidden) = (edges + (Ids[next] != id ? 1 : 0), hidden + (Ids[next] != id && front[next] ? 1 : 0));
        }

        return hidden < 0.4 * edges;
    }
}
