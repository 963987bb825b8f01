using SensorSim.Signals;

namespace SensorSim.Plugins.IspDemosaic;

/// <summary>A missing sample is the mean of the nearest ones of its colour: those that share an edge with the pixel, else those that share a corner.</summary>
internal static class Bilinear
{
    private static readonly (int X, int Y)[] Edges = [(-1, 0), (1, 0), (0, -1), (0, 1)];
    private static readonly (int X, int Y)[] Corners = [(-1, -1), (1, -1), (-1, 1), (1, 1)];

    public static Rgb At(Mosaic mosaic) => default(Rgb).Map((_, channel) =>
        mosaic.Channel(0, 0) == channel ? mosaic.Sample(0, 0)
        : Mean(mosaic, Edges, channel) ?? Mean(mosaic, Corners, channel) ?? mosaic.Sample(0, 0));

    private static double? Mean(Mosaic mosaic, (int X, int Y)[] places, int channel)
    {
        (double sum, int count) = (0, 0);
        foreach ((int dx, int dy) in places)
        {
            if (mosaic.Channel(dx, dy) == channel)
            {
                (sum, count) = (sum + mosaic.Sample(dx, dy), count + 1);
            }
        }

        return count > 0 ? sum / count : null;
    }
}
