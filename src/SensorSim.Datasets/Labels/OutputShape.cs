using SensorSim.Signals;

namespace SensorSim.Datasets.Labels;

/// <summary>What the planes of those outputs are like that are computed with: a file on a disk may hold any other.</summary>
internal static class OutputShape
{
    private static readonly Dictionary<string, (int[] Channels, SampleType[] Types)> s_shapes = new(StringComparer.Ordinal)
    {
        ["rgb"] = ([3, 4], [SampleType.UInt8, SampleType.UInt16]),
        ["radiance"] = ([3], [SampleType.Float32]),
        ["instance"] = ([1], [SampleType.UInt16]),
        ["semantic"] = ([1], [SampleType.UInt8, SampleType.UInt16]),
        ["depth"] = ([1], [SampleType.UInt16, SampleType.Float32]),
        ["normal"] = ([3], [SampleType.UInt16]),
        ["flow"] = ([3], [SampleType.UInt16]),
        ["occlusion"] = ([1], [SampleType.UInt8]),
        ["points"] = ([PointCloud.Channels], [SampleType.Float32]),
    };

    /// <summary>What is wrong with a plane, in words that follow its file; null when it can be computed with.</summary>
    public static string? Problem(string output, in PixelPlane plane) =>
        !s_shapes.TryGetValue(output, out (int[] Channels, SampleType[] Types) shape) || (shape.Channels.Contains(plane.Channels) && shape.Types.Contains(plane.SampleType))
            ? null
            : $"has {plane.Channels} channels of {plane.SampleType}, expected {string.Join(" or ", shape.Channels)} of {string.Join(" or ", shape.Types)}.";
}
