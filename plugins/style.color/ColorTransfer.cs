using System.Text.Json.Nodes;
using SensorSim.Style;

namespace SensorSim.Plugins.StyleColor;

internal sealed class ColorTransfer(IColorMap map, double strength) : IStyleTransfer
{
    public IReadOnlyDictionary<string, JsonNode?> Identity { get; } = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);

    public StyleResult Apply(StyleClip clip, CancellationToken stop) => new([.. clip.Frames.Select(frame =>
    {
        stop.ThrowIfCancellationRequested();
        return Blend(frame.Colour, map.Apply(frame.Colour));
    })]);

    public void Dispose()
    {
    }

    private StyleImage Blend(StyleImage before, StyleImage after)
    {
        if (strength < 1)
        {
            for (int i = 0; i < after.Samples.Length; i++)
            {
                after.Samples[i] = (float)(before.Samples[i] + (strength * (after.Samples[i] - before.Samples[i])));
            }
        }

        return after;
    }
}
