using SensorSim.Datasets;
using SensorSim.Datasets.Images;
using SensorSim.Scenes.Images;
using SensorSim.Signals;

namespace SensorSim.Hosting.Records;

/// <summary>What a file keeps of a picture: JPEG loses a little, and what is compared is what a reader gets.</summary>
internal static class StoredPicture
{
    private const string Picture = "rgb";

    /// <summary>How a frame's picture is stored.</summary>
    public static ImageFormat FormatOf(FrameRecord record) =>
        record.Files.TryGetValue(Picture, out FileReference? file) && file.Path.EndsWith(".jpg", StringComparison.Ordinal) ? ImageFormat.Jpeg : ImageFormat.Png;

    /// <summary>A plane as it is behind the file that the record says it is in.</summary>
    public static PixelPlane Of(FrameRecord record, string output, in PixelPlane plane) => output == Picture && FormatOf(record) == ImageFormat.Jpeg ? JpegEncoder.Written(plane) : plane;
}
